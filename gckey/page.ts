import type { Language } from "@/gckey/accounts";
import { html, nothing, type Markup } from "@/gckey/markup";
import { languageNames, otherLanguage, textsOf } from "@/gckey/texts";

/** A mistake of the reader: the sentence, and the field it is about (none: the whole form). */
export type Mistake = { field?: string; sentence: string };

export type Page = {
  language: Language;
  title: Markup | string;
  /** The words of the title element, when they are not the heading's. */
  windowTitle?: string;
  mistakes?: Mistake[];
  /** The id of the form that the language switch sends, so that nothing typed is lost. */
  switchForm?: string;
  portalHome: string;
  /** Whether the checklist on the page follows the typing. */
  live?: boolean;
  body: Markup;
};

/**
 * The switch is a button of the page's own form. A hidden button comes first, because the Enter key
 * presses a form's first button.
 */
function languageSwitch(language: Language, form: string): Markup {
  const other = otherLanguage(language);
  return html`<p class="language">
    <button form="${form}" name="do" value="next" hidden></button>
    <button
      class="button--text"
      form="${form}"
      name="do"
      value="language-${other}"
      lang="${other}"
      formnovalidate
    >
      ${languageNames[other]}
    </button>
  </p>`;
}

function errorSummary(heading: string, mistakes: Mistake[]): Markup {
  const items = mistakes.map(({ field, sentence }) =>
    field ? html`<li><a href="#${field}">${sentence}</a></li>` : html`<li>${sentence}</li>`,
  );
  return html`<div
    class="error-summary"
    role="alert"
    tabindex="-1"
    autofocus
    aria-labelledby="problem"
  >
    <h2 id="problem">${heading}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

/** A whole page, in the look of the portal. It needs no script. */
export function page(content: Page): string {
  const { language, title, mistakes = [], switchForm, portalHome, body } = content;
  const text = textsOf(language);
  const other = textsOf(otherLanguage(language));
  const wrong = mistakes.length > 0;
  const windowTitle = content.windowTitle ?? (typeof title === "string" ? title : "");
  return html`<!DOCTYPE html>
    <html lang="${text.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${wrong ? text.errorPrefix : ""}${windowTitle} - ${text.titleEnd}</title>
        <link rel="stylesheet" href="/look.css" />
        <link rel="icon" href="data:," />
        ${content.live ? html`<script type="module" src="/live-checklist.js"></script>` : nothing}
      </head>
      <body>
        <a class="skip" href="#main">${text.skip}</a>
        <header>
          <div class="container masthead">
            <p class="signature">
              <span>${text.government}</span><span lang="${other.locale}">${other.government}</span>
            </p>
            ${switchForm ? languageSwitch(language, switchForm) : nothing}
          </div>
          <div class="appbar"><p class="container appbar__name">${text.service}</p></div>
        </header>
        <main id="main" class="container">
          <h1>${title}</h1>
          ${wrong ? errorSummary(text.problem, mistakes) : nothing} ${body}
        </main>
        <footer>
          <div class="container">
            <div class="page-end">
              ${switchForm ? html`<p><a href="${portalHome}">${text.backToPortal}</a></p>` : nothing}
              <p>${text.embedded}</p>
            </div>
          </div>
          <div class="subfooter"><p class="container subfooter__sign">Canada</p></div>
        </footer>
      </body>
    </html> `.text;
}
