import type { Reader } from "@/lib/mail/who-is-told";

/** The part of a planned mail that says who reads it. */
export function to({ email, language, userId }: Reader) {
  return { recipient: email, language, ...(userId === undefined ? {} : { userId }) };
}
