import type { Locale } from "@/lib/i18n/routing";
import type { Reader } from "@/lib/mail/who-is-told";

/** In place of a row: nobody is told; the event is in the history of the record. */
export const nobody = null;

/** The part of what is told that says who reads it. */
export function to({ email, language, userId }: Reader) {
  return { recipient: email, language, ...(userId === undefined ? {} : { userId }) };
}

/** The same of the office's mailbox, which reads English first. */
export const toMailbox = (recipient: string): { recipient: string; language: Locale } => ({
  recipient,
  language: "en",
});
