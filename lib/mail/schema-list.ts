import * as z from "zod";
import { searched } from "@/lib/forms/search-text";
import { shortest } from "@/lib/forms/shortest";
import { mailViews } from "@/lib/mail/state";

/** What the address of the office's list of mails says; anything that cannot be understood counts as not said. */
export const mailFilter = z.object({
  view: z.enum(mailViews).catch("all"),
  /** A recipient, a number, or words of a subject. */
  text: searched(),
  after: searched(),
});
export type MailFilter = z.infer<typeof mailFilter>;

/** The same in the shortest address: what is not said is left out. */
export const mailAddress = (filter: Partial<MailFilter>) => shortest(filter, { view: "all" });
