import { env } from "@/lib/env";
import { officePhone } from "@/lib/office";
import { fixedHeaders } from "@/lib/security/headers";

type Language = "en" | "fr";
export type StaticWords = Readonly<
  Record<Language, { readonly title: string; readonly text: string }>
>;

const contact = {
  en: `Kimberley Process Office: ${officePhone}`,
  fr: `Bureau du Processus de Kimberley\u00A0: ${officePhone}`,
} as const;

const policy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A page that needs neither the database nor the framework: both languages, the reader's first. */
export function staticPage(
  path: string,
  words: StaticWords,
  status: number,
  secondsToWait: number,
): Response {
  const order = path.startsWith("/fr") ? (["fr", "en"] as const) : (["en", "fr"] as const);
  const part = (language: Language, level: 1 | 2) =>
    `<section lang="${language}-CA"><h${level}>${words[language].title}</h${level}><p>${words[language].text}</p><p>${contact[language]}</p></section>`;
  const html = `<!DOCTYPE html>
<html lang="${order[0]}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words[order[0]].title} / ${words[order[1]].title} - Canada.ca</title><link rel="stylesheet" href="/fonts/unavailable.css"></head>
<body><header><p><span lang="en">Government of Canada</span> | <span lang="fr">Gouvernement du Canada</span></p></header>
<main>${part(order[0], 1)}${part(order[1], 2)}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      ...fixedHeaders(env().PORTAL_URL),
      "content-security-policy": policy,
      "cache-control": "no-store",
      "content-type": "text/html; charset=utf-8",
      "retry-after": String(secondsToWait),
    },
  });
}
