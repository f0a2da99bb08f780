import type { Account, Language } from "@/gckey/accounts";
import { maskedEmail } from "@/gckey/emailed-code";
import { html, nothing, type Markup } from "@/gckey/markup";
import { page, type Mistake } from "@/gckey/page";
import { textsOf } from "@/gckey/texts";

type Frame = { language: Language; portalHome: string; mistakes?: Mistake[] };

type Field = {
  id: string;
  label: string;
  required: string;
  errorPrefix: string;
  mistakes: Mistake[];
  hint?: string;
  input: (attributes: Markup) => Markup;
};

function field({ id, label, required, errorPrefix, mistakes, hint, input }: Field): Markup {
  const mistake = mistakes.find((each) => each.field === id);
  const described = [hint && `${id}-hint`, mistake && `${id}-error`].filter((each) => !!each);
  const describedBy = described.length ? html` aria-describedby="${described.join(" ")}"` : nothing;
  return html`<div class="field${mistake ? " field--error" : ""}">
    <label for="${id}">${label} <span class="must">${required}</span></label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${mistake ? html`<p class="error" id="${id}-error"><span class="visually-hidden">${errorPrefix}</span>${mistake.sentence}</p>` : nothing}
    ${input(html`id="${id}" name="${id}" required${describedBy}${mistake ? html` aria-invalid="true"` : nothing}`)}
  </div>`;
}

/** The first step: user name and password. */
export function passwordPage(
  { language, portalHome, mistakes = [] }: Frame,
  userName: string,
): string {
  const text = textsOf(language);
  const shared = { required: text.required, errorPrefix: text.errorPrefix, mistakes };
  return page({
    language,
    portalHome,
    mistakes,
    title: text.signIn.title,
    switchForm: "sign-in",
    body: html`<p>${text.signIn.lede}</p>
      <form id="sign-in" method="post" novalidate>
        <input type="hidden" name="step" value="password" />
        ${field({
          ...shared,
          id: "userName",
          label: text.signIn.userName,
          input: (attributes) =>
            html`<input
              type="text"
              ${attributes}
              value="${userName}"
              maxlength="100"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
            />`,
        })}
        ${field({
          ...shared,
          id: "password",
          label: text.signIn.password,
          input: (attributes) =>
            html`<input
              type="password"
              ${attributes}
              maxlength="200"
              autocomplete="current-password"
            />`,
        })}
        <div class="actions">
          <button class="button" name="do" value="next">${text.signIn.submit}</button>
        </div>
      </form>`,
  });
}

/** The second step: a code, emailed or of the authenticator app. */
export function codePage(
  { language, portalHome, mistakes = [] }: Frame,
  account: Account,
  { typed = "", sentAgain = false } = {},
): string {
  const text = textsOf(language);
  const words = text.secondStep;
  const emailed = account.factor === "email";
  return page({
    language,
    portalHome,
    mistakes,
    title: emailed ? words.emailTitle : words.appTitle,
    switchForm: "sign-in",
    body: html`${sentAgain ? html`<div class="notice" role="status"><p>${words.sent}</p></div>` : nothing}
      <form id="sign-in" method="post" novalidate>
        <input type="hidden" name="step" value="code" />
        ${field({
          id: "code",
          label: words.label,
          required: text.required,
          errorPrefix: text.errorPrefix,
          mistakes,
          hint: emailed ? words.emailHint(maskedEmail(account.email)) : words.appHint,
          input: (attributes) =>
            html`<input
              class="w-8"
              type="text"
              ${attributes}
              value="${typed}"
              inputmode="numeric"
              maxlength="20"
              autocomplete="one-time-code"
            />`,
        })}
        <div class="actions">
          <button class="button" name="do" value="next">${words.submit}</button>
          ${emailed ? html`<button class="button button--secondary" name="do" value="resend" formnovalidate>${words.resend}</button>` : nothing}
          <button class="button button--link" name="do" value="restart" formnovalidate>
            ${words.restart}
          </button>
        </div>
      </form>`,
  });
}
