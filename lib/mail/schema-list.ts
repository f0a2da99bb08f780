import * as z from "zod";
import { searchText } from "@/lib/forms/search-text";
import { mailViews } from "@/lib/mail/state";

const typed = z
  .string()
  .transform((text) => searchText(text))
  .catch("");

/** What the address of the office's list of mails says; anything that cannot be understood counts as not said. */
export const mailFilter = z.object({
  view: z.enum(mailViews).catch("all"),
  /** A recipient, a number, or words of a subject. */
  text: typed,
  after: typed,
});
export type MailFilter = z.infer<typeof mailFilter>;

/** The same in the shortest address: what is not said is left out. */
export function mailAddress(filter: Partial<MailFilter>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([name, said]) => said !== "" && !(name === "view" && said === "all"),
    ),
  );
}
