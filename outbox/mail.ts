/** A mail as it was accepted: the provider's own field names, addresses always as lists. */
export type Mail = {
  id: string;
  /** ISO instant at which the outbox took the mail. */
  createdAt: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  attachments: Attachment[];
  scheduledAt: string | null;
};

export type Attachment = { filename: string; content: string; contentType: string | null };

/** What a client asked to send, read and checked, before it has an id. */
export type MailDraft = Omit<Mail, "id" | "createdAt">;

/** What the list needs to know of a mail without reading it from the disk. */
export type MailSummary = Pick<Mail, "id" | "createdAt" | "to" | "cc" | "bcc" | "subject">;

export type ApiError = { statusCode: number; name: string; message: string };

export function apiError(statusCode: number, name: string, message: string): ApiError {
  return { statusCode, name, message };
}
