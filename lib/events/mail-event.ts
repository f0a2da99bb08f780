/** What became of a mail. `personId` is whose address it went to. */
export type MailEvent =
  | { kind: "mail.bounced"; personId: string; data: { mailId: string } }
  /** An officer sent it again, in the language named first. */
  | { kind: "mail.repeated"; data: { mailId: string; copyId: string } }
  /** An officer has seen that it was never sent, and leaves it at that. */
  | { kind: "mail.dismissed"; data: { mailId: string } };
