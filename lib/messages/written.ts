/** What somebody has written in a form. */
export interface Written {
  /** Of the draft, or made with the form where there is none yet: what a second press finds. */
  readonly messageId: string;
  readonly text: string;
  /** Of the conversation; it stays once something is sent. */
  readonly subject?: string;
  /** When the draft was kept that the form knows, in milliseconds. Without it that is not asked. */
  readonly savedAt?: number;
}

/** What is kept of it. */
interface Kept {
  readonly text: string;
  readonly subject: string;
}

/** Whether exactly this is kept already: a press that was sent twice. What a form does not say is as it is kept. */
export function isKept({ text, subject }: Partial<Written>, kept: Kept): boolean {
  return (text ?? kept.text) === kept.text && (subject ?? kept.subject) === kept.subject;
}

/** Whether the form knows an older draft than the one that is kept: another window has gone on writing. */
export function isOvertaken(
  { savedAt }: Partial<Written>,
  kept: { readonly savedAt: Date },
): boolean {
  return savedAt !== undefined && savedAt !== kept.savedAt.getTime();
}
