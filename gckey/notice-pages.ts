import type { Language } from "@/gckey/accounts";
import { html, nothing, type Markup } from "@/gckey/markup";
import { page } from "@/gckey/page";
import { otherLanguage, textsOf, type Texts } from "@/gckey/texts";

export type NoticeName =
  "expired" | "failed" | "unavailable" | "notFound" | "signedOut" | "revoked";

type Portal = { homeOf: (language: Language) => string };

function bothTitles(language: Language, titleOf: (text: Texts) => string) {
  const [first, second] = [textsOf(language), textsOf(otherLanguage(language))];
  return {
    title: html`${titleOf(first)}
      <span class="also" lang="${second.locale}">${titleOf(second)}</span>`,
    windowTitle: `${titleOf(first)} | ${titleOf(second)}`,
  };
}

function inBoth(language: Language, section: (text: Texts, language: Language) => Markup): Markup {
  const each = [language, otherLanguage(language)];
  return html`${each.map((one) => html`<section lang="${textsOf(one).locale}">${section(textsOf(one), one)}</section>`)}`;
}

/** A page that only tells something; in both languages, as the reader's may not be known. */
export function noticePage(
  name: NoticeName,
  language: Language,
  portal: Portal,
  reason?: string,
): string {
  return page({
    language,
    portalHome: portal.homeOf(language),
    ...bothTitles(language, (text) => text[name].title),
    body: html`${inBoth(
      language,
      (text, one) =>
        html`<p>${text[name].text}</p>
          ${reason ? html`<p class="small">${text.failed.reason} <code>${reason}</code></p>` : nothing}
          <p><a href="${portal.homeOf(one)}">${text.backToPortal}</a></p>`,
    )}`,
  });
}

/** The question before a sign-out that the portal did not vouch for. */
export function signOutPage(
  language: Language,
  portal: Portal,
  { action, xsrf }: { action: string; xsrf: string },
): string {
  return page({
    language,
    portalHome: portal.homeOf(language),
    ...bothTitles(language, (text) => text.signOut.title),
    body: inBoth(
      language,
      (text) =>
        html`<p>${text.signOut.text}</p>
          <form class="actions" method="post" action="${action}">
            <input type="hidden" name="xsrf" value="${xsrf}" />
            <button class="button" name="logout" value="yes">${text.signOut.yes}</button>
            <button class="button button--secondary">${text.signOut.no}</button>
          </form>`,
    ),
  });
}
