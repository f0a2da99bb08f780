import { setTimeout as delay } from "node:timers/promises";
import { Resend } from "resend";
import type { Account, Language } from "@/gckey/accounts";
import type { ServerConfiguration } from "@/gckey/configuration";
import { html } from "@/gckey/markup";
import { otherLanguage } from "@/gckey/texts";

const words = {
  en: {
    locale: "en-CA",
    subject: "Your sign-in code",
    code: "Your code to finish signing in with GCKey:",
    use: "It works once, for 10 minutes, on the page where you asked for it.",
    warning:
      "If you are not signing in, somebody knows your password: ignore this code and change your password. Nobody from the office will ever ask you for a code.",
  },
  fr: {
    locale: "fr-CA",
    subject: "Votre code de connexion",
    code: "Votre code pour terminer la connexion avec votre CléGC\u00a0:",
    use: "Il sert une seule fois, pendant 10 minutes, à la page où vous l’avez demandé.",
    warning:
      "Si vous n’êtes pas en train de vous connecter, quelqu’un connaît votre mot de passe\u00a0: ne tenez pas compte de ce code et changez votre mot de passe. Personne du Bureau ne vous demandera jamais un code.",
  },
} satisfies Record<Language, Record<string, string>>;

/** The mail with a code: both languages, the reader's first. */
export function codeMail(language: Language, code: string) {
  const [first, second] = [words[language], words[otherLanguage(language)]];
  const text = [first, second]
    .map((one) => `${one.code} ${code}\n${one.use}\n\n${one.warning}\n`)
    .join("\n---\n\n");
  const part = (one: typeof first) =>
    html`<div lang="${one.locale}">
      <p>${one.code}</p>
      <p style="font-size:28px;letter-spacing:4px"><strong>${code}</strong></p>
      <p>${one.use}</p>
      <p>${one.warning}</p>
    </div>`;
  return {
    // The code is not in the subject: a locked phone shows subjects.
    subject: `${first.subject} | ${second.subject}`,
    text,
    html: html`<!DOCTYPE html>
      <html lang="${first.locale}">
        <head>
          <meta charset="utf-8" />
          <title>${first.subject}</title>
        </head>
        <body style="font-family:sans-serif;font-size:16px;color:#333">
          ${part(first)}
          <hr />
          ${part(second)}
        </body>
      </html>`.text,
  };
}

/** Sends a code; false when the mail service did not take it. */
export type SendCode = (account: Account, code: string) => Promise<boolean>;

const patience = 8_000;

export function codeSender({ apiKey, baseUrl, from }: ServerConfiguration["mail"]): SendCode {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return async (account, code) => {
    const sent = resend.emails
      .send({ from, to: account.email, ...codeMail(account.language, code) })
      .then(({ error }) => error === null);
    // The reader waits for the page: a mail service that does not answer must not hold it up.
    return Promise.race([sent, delay(patience, false, { ref: false })]);
  };
}
