import "server-only";
import { Resend } from "resend";
import { z } from "zod";
import { env } from "@/lib/env";
import { oneLine } from "@/lib/mail/one-line";
import { MAIL_TAG } from "@/lib/mail/resend";

/** What the provider tells of a mail, by the names under which the portal keeps it. */
export const reportKinds = {
  "email.sent": "sent",
  "email.delivered": "delivered",
  "email.delivery_delayed": "delayed",
  "email.bounced": "bounced",
  // The provider did not try: earlier mail to the address had come back, or its reader had complained.
  "email.suppressed": "bounced",
  "email.complained": "complained",
  "email.failed": "failed",
} as const;
export type ReportKind = (typeof reportKinds)[keyof typeof reportKinds];

export type Report = {
  /** The same however often the provider tells it. */
  id: string;
  kind: ReportKind;
  /** By the provider's clock. */
  at: Date;
  /** As the portal named it when it handed it over; null of a mail that is not the portal's. */
  mailId: string | null;
  providerId: string;
  detail: string | null;
  /** Of what came back: the address takes no mail, and will not tomorrow. */
  forGood: boolean;
};

const headerNames = ["svix-id", "svix-timestamp", "svix-signature"] as const;
const DETAIL_MAX = 500;

const told = z.object({ message: z.string().optional(), type: z.string().optional() });
const payload = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.looseObject({}),
});
const aboutMail = z.object({
  email_id: z.string().max(255),
  tags: z.record(z.string(), z.string()).optional().catch(undefined),
  bounce: told.optional(),
  suppressed: told.optional(),
  failed: z.object({ reason: z.string().optional() }).optional(),
});

/** Whether a request was signed by the provider within the last five minutes, with the secret that it shares with the portal. */
export function isSigned(body: string, headers: Headers): boolean {
  const { RESEND_API_KEY, MAIL_WEBHOOK_SECRET } = env();
  if (!MAIL_WEBHOOK_SECRET) return false;
  const [id, timestamp, signature] = headerNames.map((name) => headers.get(name));
  if (!id || !timestamp || !signature || id.length > 255 || !/^\d{1,12}$/.test(timestamp)) {
    return false;
  }
  try {
    new Resend(RESEND_API_KEY).webhooks.verify({
      payload: body,
      headers: { id, timestamp, signature },
      webhookSecret: MAIL_WEBHOOK_SECRET,
    });
    return true;
  } catch {
    return false;
  }
}

/** What a signed request says of a mail; null where it tells something else, which is no concern of the portal. */
export function reportOf(body: string, headers: Headers): Report | null {
  const event = payload.safeParse(jsonOf(body));
  if (!event.success || !isKnown(event.data.type)) return null;
  const mail = aboutMail.safeParse(event.data.data);
  if (!mail.success) return null;
  const { email_id, tags, bounce, suppressed, failed } = mail.data;
  const mailId = z.uuid().safeParse(tags?.[MAIL_TAG]);
  const detail = bounce?.message ?? suppressed?.message ?? failed?.reason ?? null;
  return {
    id: headers.get("svix-id") ?? "",
    kind: reportKinds[event.data.type],
    at: event.data.created_at,
    mailId: mailId.success ? mailId.data : null,
    providerId: email_id,
    detail: detail === null ? null : oneLine(detail).slice(0, DETAIL_MAX),
    forGood: event.data.type === "email.suppressed" || bounce?.type === "Permanent",
  };
}

function isKnown(type: string): type is keyof typeof reportKinds {
  return Object.hasOwn(reportKinds, type);
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
