import type { AutosaveAnswer, NotSaved } from "@/lib/forms/autosave";

export type Heard = AutosaveAnswer | { readonly ok: false; readonly why: NotSaved | "away" };

const everySeconds = 30;
const patience = 20_000;
/** How long a press waits for a save that is under way. */
const pressPatience = 2_000;

/** Fields that do not come from typing; a note to the office goes with a press only. */
const untyped = /^(\$ACTION|(version|base|clashes|intent|kept)$|reply-)/;

function typedIn(form: HTMLFormElement): URLSearchParams {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) typed.append(name, value);
  }
  return typed;
}

const typedText = (form: HTMLFormElement) =>
  JSON.stringify([...typedIn(form)].filter(([name]) => !untyped.test(name)));

/** Whether something was typed before this began: before the page's scripts had come. */
const isTouched = (form: HTMLFormElement) =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement)) return false;
    return ["checkbox", "radio"].includes(field.type)
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  });

/**
 * Sends a form to `address` whenever a field was changed and left, every half minute while something has
 * changed, and when the page goes away; never while it is being pressed. A press waits for a save that is
 * under way: otherwise the reader would disagree with themselves. Nothing that the reader types in
 * is rewritten but what they chose themselves. Returns how to stop.
 */
export function keepSaving(
  form: HTMLFormElement,
  address: string,
  hears: (heard: Heard) => void,
): () => void {
  let saved = isTouched(form) ? null : typedText(form);
  let busy = false;
  /** A field was left while a save was under way. */
  let again = false;
  let failures = 0;
  let timer = 0;
  let underWay = new AbortController();
  /** The button of a press that waits, null where it has none. */
  let waiting: HTMLElement | null | undefined;
  const ended = new AbortController();

  const isOver = () => ended.signal.aborted;
  const plan = () => {
    window.clearTimeout(timer);
    const seconds = failures === 0 ? everySeconds : Math.min(everySeconds, 2 ** failures);
    timer = window.setTimeout(() => void save(), seconds * 1000);
  };

  async function save(leaving = false): Promise<void> {
    const typed = typedText(form);
    if (isOver()) return;
    if (typed === saved || (busy && !leaving)) return plan();
    busy = true;
    underWay = new AbortController();
    const signal = AbortSignal.any([underWay.signal, AbortSignal.timeout(patience)]);
    const heard = await send(address, typedIn(form), leaving ? null : signal);
    busy = false;
    if (isOver()) return;
    failures = heard.ok ? 0 : failures + 1;
    if (heard.ok) {
      saved = typed;
      write(form, heard.fields);
    }
    hears(heard);
    if (waiting !== undefined) {
      const button = waiting;
      waiting = undefined;
      return form.requestSubmit(button);
    }
    if (heard.ok && again) {
      again = false;
      return save();
    }
    plan();
  }

  const changed = () => {
    again = busy;
    void save();
  };
  const leaves = () => {
    if (document.visibilityState === "hidden") void save(true);
  };
  const gone = () => void save(true);
  const stop = () => {
    ended.abort();
    window.clearTimeout(timer);
  };
  form.addEventListener("change", changed, { signal: ended.signal });
  const pressed = (event: SubmitEvent) => {
    if (!busy) return stop();
    event.preventDefault();
    event.stopPropagation();
    waiting = event.submitter;
    window.setTimeout(() => underWay.abort(), pressPatience);
  };
  form.addEventListener("submit", pressed, { signal: ended.signal });
  document.addEventListener("visibilitychange", leaves, { signal: ended.signal });
  window.addEventListener("pagehide", gone, { signal: ended.signal });
  // Figures that follow the typing.
  if (saved === null) form.dispatchEvent(new Event("input", { bubbles: true }));
  plan();
  return stop;
}

/** Without a signal the page is going away. */
async function send(
  address: string,
  body: URLSearchParams,
  signal: AbortSignal | null,
): Promise<Heard> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body,
      keepalive: signal === null,
      signal,
    });
    return response.ok || response.status === 409
      ? ((await response.json()) as AutosaveAnswer)
      : { ok: false, why: "away" };
  } catch {
    return { ok: false, why: "away" };
  }
}

function write(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = text !== "";
    } else if (field && "value" in field && field.value !== text) {
      field.value = text;
      // Figures that follow the typing.
      if (
        field instanceof HTMLElement &&
        !(field instanceof HTMLInputElement && field.type === "hidden")
      )
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}
