import "server-only";
import { Resend } from "resend";
import type { CreateEmailResponse } from "resend";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Composed } from "@/lib/mail/compose";

export type SendOutcome =
  | { kind: "accepted"; providerId: string | null }
  /** May succeed later. `outcomeKnown` false: the provider may have taken the mail all the same. */
  | { kind: "later"; reason: string; outcomeKnown: boolean; waitMs: number; tooMany: boolean }
  | { kind: "refused"; reason: string };

export type Attachment = { filename: string; content: Buffer };

const TIMEOUT_MS = 20_000;
/** The provider tells it again in each report, by which the mail is found though its answer was lost. */
export const MAIL_TAG = "mail";

let client: Resend | undefined;

/** Hands one mail to the provider, whose turn it is. `key`, its id, makes a repetition within 24 hours harmless. */
export async function sendThroughProvider(
  mail: Composed & { to: string; attachments?: readonly Attachment[] },
  key: string,
): Promise<SendOutcome> {
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM, OFFICE_MAILBOX } = env();
  client ??= new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {});
  const answer = await client.emails.send(
    {
      from: MAIL_FROM,
      replyTo: OFFICE_MAILBOX,
      to: mail.to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      ...(mail.attachments?.length ? { attachments: [...mail.attachments] } : {}),
      tags: [{ name: MAIL_TAG, value: key }],
      // Out-of-office replies to the office's mailbox help nobody.
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    },
    { idempotencyKey: key, signal: AbortSignal.timeout(TIMEOUT_MS) },
  );
  const outcome = outcomeOf(answer);
  if (answer.error) log().warn({ mail: key, problem: answer.error.name }, "mail not accepted");
  return outcome;
}

/** Reads the provider's answer; its client never throws. */
export function outcomeOf(answer: CreateEmailResponse): SendOutcome {
  const { data, error, headers } = answer;
  if (!error) return { kind: "accepted", providerId: data.id };
  const { name, statusCode } = error;
  const seconds = Number(headers?.["retry-after"] ?? 0);
  const later = (outcomeKnown: boolean): SendOutcome => {
    const waitMs = seconds > 0 ? seconds * 1000 : 0;
    return { kind: "later", reason: name, outcomeKnown, waitMs, tooMany: statusCode === 429 };
  };
  // The key was used with other words, before a new release of the portal: that mail was taken.
  if (name === "invalid_idempotent_request") return { kind: "accepted", providerId: null };
  if (name === "concurrent_idempotent_requests") return later(false);
  if (statusCode === null || statusCode >= 500 || statusCode === 408) return later(false);
  if (statusCode === 429) return later(true);
  // A wrong key or an unconfirmed sender is the installation's fault: the mail waits until it is put right.
  if (statusCode === 401 || statusCode === 403) return later(true);
  return { kind: "refused", reason: `${name}: ${error.message}` };
}
