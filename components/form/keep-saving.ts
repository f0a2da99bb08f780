import type { AutosaveAnswer, NotSaved } from "@/lib/forms/autosave";

export type Heard = AutosaveAnswer | { readonly ok: false; readonly why: NotSaved | "away" };

const everySeconds = 30;
const patience = 20_000;

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

/**
 * Sends a form to `address` whenever a field was changed and left, every half minute while something has
 * changed, and when the page goes away; never while it is being pressed. Nothing that the reader types in
 * is rewritten but what they chose themselves. Returns how to stop.
 */
export function keepSaving(
  form: HTMLFormElement,
  address: string,
  hears: (heard: Heard) => void,
): () => void {
  let saved = typedText(form);
  let busy = false;
  /** A field was left while a save was under way. */
  let again = false;
  let failures = 0;
  let timer = 0;
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
    const heard = await send(address, typedIn(form), leaving);
    busy = false;
    if (isOver()) return;
    failures = heard.ok ? 0 : failures + 1;
    if (heard.ok) {
      saved = typed;
      write(form, heard.fields);
    }
    hears(heard);
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
  form.addEventListener("submit", stop, { signal: ended.signal });
  document.addEventListener("visibilitychange", leaves, { signal: ended.signal });
  window.addEventListener("pagehide", gone, { signal: ended.signal });
  plan();
  return stop;
}

async function send(address: string, body: URLSearchParams, leaving: boolean): Promise<Heard> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body,
      keepalive: leaving,
      signal: leaving ? null : AbortSignal.timeout(patience),
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
