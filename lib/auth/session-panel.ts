import "server-only";
import { getTranslations } from "next-intl/server";
import { readSessionToken } from "@/lib/auth/session-cookie";
import { endOf } from "@/lib/auth/session-end";
import { extendSession, lookAtSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { formatterFor } from "@/lib/i18n/formatter";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { fixedHeaders } from "@/lib/security/headers";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

export const panelAddress = (locale: Locale) => `/api/auth/session?locale=${locale}`;

/** Says that the reader is still there; gives the address that says until when. */
export async function stay(locale: Locale): Promise<string> {
  const token = await readSessionToken();
  if (token) await extendSession(token);
  return panelAddress(locale);
}

/**
 * A small page to stand in a frame of every other: until when the session lasts, in its last two
 * minutes the button that extends it, and that it is over when it is. It turns from one to the next by
 * itself, without script, and what is typed on the page around it stays. Showing it is no activity.
 */
export async function showPanel(locale: Locale): Promise<Response> {
  if (!(await databaseAnswers())) return framed(unavailable(`/${locale}`));
  const token = await readSessionToken();
  const session = token ? await lookAtSession(token) : null;
  const t = await getTranslations({ locale, namespace: "session" });
  const over = `<div class="over" role="alertdialog" aria-labelledby="over" aria-describedby="over-text">
<div><h1 id="over">${t("over.title")}</h1><p id="over-text">${t("over.text")}</p></div>
<a class="button" href="${getPathname({ href: "/sign-in", locale })}" target="_blank">${t("over.signIn")}</a></div>`;
  if (!session) return page(locale, t("title"), over);

  const { at, secondsLeft, warnIn, extendable } = endOf(session);
  const format = formatterFor(locale);
  const words = { at: format.dateTime(at, { timeStyle: "short" }) };
  const form = extendable
    ? `<form method="post" action="${panelAddress(locale)}"><input type="hidden" name="locale" value="${locale}"><button class="button">${t("soon.stay")}</button></form>`
    : "";
  const parts = `<div class="calm"><p>${t(extendable ? "calm" : "calmFixed", words)}</p></div>
<div class="soon" role="alertdialog" aria-labelledby="soon" aria-describedby="soon-text">
<div><h1 id="soon">${t("soon.title", words)}</h1><p id="soon-text">${t(extendable ? "soon.text" : "soon.fixed")}</p></div>
${form}</div>
${over}`;
  const sheet = `<link rel="stylesheet" href="${sheetAddress(warnIn, secondsLeft)}">`;
  return page(locale, t("title"), parts, { sheet, secondsLeft, warnIn });
}

const ended = { sheet: "", secondsLeft: 0, warnIn: 0 };

function page(
  locale: Locale,
  title: string,
  parts: string,
  { sheet, secondsLeft, warnIn } = ended,
): Response {
  const stage = secondsLeft === 0 ? "ended" : warnIn === 0 ? "ending" : "";
  const html = `<!DOCTYPE html>
<html lang="${locale}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/fonts/session.css">${sheet}</head>
<body class="${stage}" data-warn="${warnIn}" data-left="${secondsLeft}"><main>${parts}</main></body></html>`;
  return framed(
    new Response(html, {
      headers: {
        ...fixedHeaders(env().PORTAL_URL),
        "content-type": "text/html; charset=utf-8",
        "cache-control": "private, no-store",
      },
    }),
  );
}

/** Only the portal's own pages may put it into a frame. */
function framed(response: Response): Response {
  response.headers.set("x-frame-options", "SAMEORIGIN");
  response.headers.set(
    "content-security-policy",
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  );
  return response;
}

export const sheetAddress = (warnIn: number, end = warnIn) =>
  `/api/auth/session.css?warn=${warnIn}&end=${end}`;

/** The two moments as a style sheet of its own, since no page may carry styles in itself. */
export function sessionSheet(search: URLSearchParams): Response {
  const seconds = (name: string) => {
    const given = Number(search.get(name));
    return Number.isInteger(given) && given >= 0 && given <= 86_400 ? given : 0;
  };
  const css = `:root { --session-warn: ${seconds("warn")}s; --session-end: ${seconds("end")}s; }\n`;
  return new Response(css, {
    headers: {
      ...fixedHeaders(env().PORTAL_URL),
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
