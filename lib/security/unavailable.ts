import { env } from "@/lib/env";
import { officePhone } from "@/lib/office";
import { fixedHeaders } from "@/lib/security/headers";

const words = {
  en: {
    title: "The portal is not available right now",
    text: "Nothing that was saved is lost. Please try again in a minute. If you were sending a form, go back in your browser: what you typed is still there.",
    contact: `Kimberley Process Office: ${officePhone}`,
  },
  fr: {
    title: "Le portail n’est pas disponible en ce moment",
    text: "Rien de ce qui avait été enregistré n’est perdu. Réessayez dans une minute. Si vous envoyiez un formulaire, revenez en arrière dans votre navigateur : ce que vous avez tapé y est encore.",
    contact: `Bureau du Processus de Kimberley\u00A0: ${officePhone}`,
  },
} as const;

const policy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The static page while the database is away: both languages, the reader's first. */
export function unavailable(path: string): Response {
  const order = path.startsWith("/fr") ? (["fr", "en"] as const) : (["en", "fr"] as const);
  const part = (language: "en" | "fr", level: 1 | 2) =>
    `<section lang="${language}-CA"><h${level}>${words[language].title}</h${level}><p>${words[language].text}</p><p>${words[language].contact}</p></section>`;
  const html = `<!DOCTYPE html>
<html lang="${order[0]}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words[order[0]].title} / ${words[order[1]].title} - Canada.ca</title><link rel="stylesheet" href="/fonts/unavailable.css"></head>
<body><header><p><span lang="en">Government of Canada</span> | <span lang="fr">Gouvernement du Canada</span></p></header>
<main>${part(order[0], 1)}${part(order[1], 2)}</main></body></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      ...fixedHeaders(env().PORTAL_URL),
      "content-security-policy": policy,
      "cache-control": "no-store",
      "content-type": "text/html; charset=utf-8",
      "retry-after": "10",
    },
  });
}
