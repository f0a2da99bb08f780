import { dismissMail } from "@/lib/mail/commands/dismiss";
import { sendAgain } from "@/lib/mail/commands/send-again";
import { findMail } from "@/lib/mail/queries/find-mail";
import { listMails } from "@/lib/mail/queries/list-mails";
import { mailFilter } from "@/lib/mail/schema-list";
import { about, asOfficer, type Attempt } from "./attempt";

/** The mails of the portal. */
export const mails = {
  "mail/queries/list-mails.ts listMails": asOfficer(async (viewer, { mailId }) =>
    about((await listMails(viewer, mailFilter.parse({}))).rows, ({ id }) => id === mailId),
  ),
  "mail/queries/find-mail.ts findMail": asOfficer((viewer, { mailId }) => findMail(viewer, mailId)),
  "mail/commands/send-again.ts sendAgain": asOfficer((viewer, { mailId }) =>
    sendAgain(viewer, mailId, { language: "fr", copies: 0 }),
  ),
  "mail/commands/dismiss.ts dismissMail": asOfficer((viewer, { mailId }) =>
    dismissMail(viewer, mailId),
  ),
} satisfies Record<string, Attempt>;
