import { setTimeout as delay } from "node:timers/promises";
import { Resend, type CreateEmailOptions } from "resend";
import type { Account, Language } from "@/gckey/accounts";
import type { ServerConfiguration } from "@/gckey/configuration";
import { html, type Markup } from "@/gckey/markup";
import { otherLanguage, textsOf } from "@/gckey/texts";
import { mails } from "@/gckey/texts/mails";
import type { Change } from "@/gckey/visits/state";

type Words = typeof mails.en;

/** What a code is for: to sign in, to prove the second factor again, to confirm an address. */
export type CodeUse = "signIn" | "proof" | "address";

type Part = { text: string; html: Markup };

/** A mail in both languages, the reader's first. */
function bilingual(
  language: Language,
  subjectOf: (words: Words) => string,
  partOf: (words: Words, language: Language) => Part,
) {
  const languages = [language, otherLanguage(language)];
  const parts = languages.map((one) => partOf(mails[one], one));
  const subjects = languages.map((one) => subjectOf(mails[one]));
  const bodies = parts.map(
    (part, at) =>
      html`${at > 0 ? html`<hr />` : ""}
        <div lang="${textsOf(languages[at] ?? language).locale}">${part.html}</div>`,
  );
  return {
    subject: subjects.join(" | "),
    text: parts.map((part) => part.text).join("\n---\n\n"),
    html: html`<!DOCTYPE html>
      <html lang="${textsOf(language).locale}">
        <head>
          <meta charset="utf-8" />
          <title>${subjects[0] ?? ""}</title>
        </head>
        <body style="font-family:sans-serif;font-size:16px;color:#333">
          ${bodies}
        </body>
      </html>`.text,
  };
}

/** The mail with a code. The code is not in the subject: a locked phone shows subjects. */
export function codeMail(language: Language, code: string, use: CodeUse) {
  return bilingual(
    language,
    (words) => words[use].subject,
    (words) => ({
      text: `${words[use].code} ${code}\n${words.use}\n\n${words[use].warning}\n`,
      html: html`<p>${words[use].code}</p>
        <p style="font-size:28px;letter-spacing:4px"><strong>${code}</strong></p>
        <p>${words.use}</p>
        <p>${words[use].warning}</p>`,
    }),
  );
}

type Told = { userName: string; change: Change; codesLeft?: number; manageAddress: string };

/** The mail that tells of a change to a GCKey. */
export function changeMail(language: Language, told: Told) {
  const { userName, change, codesLeft, manageAddress } = told;
  return bilingual(
    language,
    (words) => words.change.subject,
    (words, one) => {
      const sentences = [
        textsOf(one).account.changed[change],
        ...(codesLeft === undefined ? [] : [words.change.left(codesLeft)]),
        words.change.userName(userName),
        words.change.warning,
      ];
      const link = `${manageAddress}?ui_locales=${textsOf(one).locale}`;
      return {
        text: `${sentences.join("\n\n")}\n\n${words.change.manage} ${link}\n`,
        html: html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}
          <p>${words.change.manage} <a href="${link}">${link}</a></p>`,
      };
    },
  );
}

const patience = 8_000;
const tries = 5;

/** Sends mails; each gives false when the mail service did not take it. */
export function mailer(
  { apiKey, baseUrl, from }: ServerConfiguration["mail"],
  manageAddress: string,
) {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  /** The mail service takes so many mails a second: one too many is sent again when it says. */
  const attempt = async (mail: CreateEmailOptions, left = tries): Promise<boolean> => {
    const { error, headers } = await resend.emails.send(mail);
    if (error?.statusCode !== 429 || left === 1) return error === null;
    await delay((Number(headers?.["retry-after"]) || 1) * 1000, undefined, { ref: false });
    return attempt(mail, left - 1);
  };
  const send = (to: string, mail: ReturnType<typeof codeMail>): Promise<boolean> => {
    const sent = attempt({ from, to, ...mail }).catch(() => false);
    // The reader waits for the page: a mail service that does not answer must not hold it up.
    return Promise.race([sent, delay(patience, false, { ref: false })]);
  };
  return {
    sendCode: (to: string, language: Language, code: string, use: CodeUse) =>
      send(to, codeMail(language, code, use)),
    tellOfChange: (to: string, account: Account, change: Change, codesLeft?: number) =>
      send(
        to,
        changeMail(account.language, {
          userName: account.userName,
          change,
          manageAddress,
          ...(codesLeft === undefined ? {} : { codesLeft }),
        }),
      ),
  };
}

export type Mailer = ReturnType<typeof mailer>;
