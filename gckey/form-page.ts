import { html, nothing, type Markup } from "@/gckey/markup";
import { page } from "@/gckey/page";
import type { Filled } from "@/gckey/visits/step";
import type { Visit } from "@/gckey/visits/visit";

type Content = {
  title: string;
  /** Above the form. */
  intro?: Markup | string;
  fields?: Markup;
  buttons: Markup[];
  /** Beside the form on wide screens, below it on small ones. */
  aside?: Markup;
  /** Below everything. */
  after?: Markup;
  live?: boolean;
};

/** A button that sends the form; what it does is its value. */
export function button(
  action: string,
  label: string,
  kind: "primary" | "secondary" | "link" | "danger" = "primary",
): Markup {
  const look = kind === "primary" ? "button" : `button button--${kind}`;
  const unchecked = action === "next" ? nothing : html` formnovalidate`;
  return html`<button class="${look}" name="do" value="${action}" ${unchecked}>${label}</button>`;
}

/** The three buttons under most forms. */
export function usualButtons(visit: Visit, ...between: Markup[]): Markup[] {
  const words = visit.texts.secondFactor;
  return [
    button("next", words.next),
    button("back", words.back, "secondary"),
    ...between,
    button("cancel", words.cancel, "link"),
  ];
}

export const paragraphs = (...sentences: string[]): Markup =>
  html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}`;

export const list = (items: readonly string[]): Markup =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

/** A page with one form, which says of which step it is: a page left open elsewhere changes nothing. */
export function formPage(visit: Visit, filled: Filled, content: Content): string {
  const { language, state, parts } = visit;
  const { intro, fields, buttons, aside, after } = content;
  const form = html`<form id="step" method="post" novalidate>
    <input type="hidden" name="step" value="${state.step}" />
    ${fields ?? nothing}
    <div class="actions">${buttons}</div>
  </form>`;
  const main = html`${typeof intro === "string" ? paragraphs(intro) : (intro ?? nothing)} ${form}`;
  const notice = filled.notice
    ? html`<div class="notice" role="status"><p>${filled.notice}</p></div>`
    : nothing;
  return page({
    language,
    portalHome: parts.homeOf(language),
    mistakes: filled.mistakes,
    title: content.title,
    switchForm: "step",
    live: content.live ?? false,
    body: html`${notice}
    ${
      aside
        ? html`<div class="beside">
            <div>${main}</div>
            <aside class="aside">${aside}</aside>
          </div>`
        : main
    }
    ${after ?? nothing}`,
  });
}
