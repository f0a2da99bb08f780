import type { Mail } from "./mail";

/** What the provider tells of a mail, by its own names. */
export type ReportType = "email.sent" | "email.delivered" | "email.bounced" | "email.complained";

export type ReportBody = {
  type: ReportType;
  created_at: string;
  data: Record<string, unknown>;
};

/** One report: its id, when it is due, in milliseconds after the mail was taken, and what it says. */
export type Report = { id: string; afterMs: number; body: ReportBody };

const DELIVERED_AFTER_MS = 300;
const COMPLAINED_AFTER_MS = 600;
/** As at the provider's own addresses for tests: who is written to decides what becomes of the mail. */
const fates = [
  { begins: /^bounced/i, types: ["email.bounced"] },
  { begins: /^complained/i, types: ["email.delivered", "email.complained"] },
] as const;

/** What became of a mail, in order; the last is how it ended. */
function typesOf(mail: Mail): readonly ReportType[] {
  const address = mail.to[0]?.replace(/^.*<([^<>]+)>$/, "$1") ?? "";
  const fate = fates.find(({ begins }) => begins.test(address));
  return ["email.sent", ...(fate?.types ?? (["email.delivered"] as const))];
}

/** How the provider would say that it ended, such as "delivered". */
export function lastEvent(mail: Mail): string {
  return (typesOf(mail).at(-1) ?? "email.sent").replace("email.", "");
}

const delays: Record<ReportType, number> = {
  "email.sent": 0,
  "email.delivered": DELIVERED_AFTER_MS,
  "email.bounced": DELIVERED_AFTER_MS,
  "email.complained": COMPLAINED_AFTER_MS,
};

/** All that is told of a mail. The same each time, so that one that was told twice is known again. */
export function reportsOf(mail: Mail): Report[] {
  return typesOf(mail).map((type) => {
    const afterMs = delays[type];
    const at = new Date(Date.parse(mail.createdAt) + afterMs).toISOString();
    return {
      id: `msg_${mail.id}_${type.replace("email.", "")}`,
      afterMs,
      body: { type, created_at: at, data: { ...about(mail), ...more(type) } },
    };
  });
}

function about({ id, createdAt, from, to, subject, tags }: Mail) {
  return {
    email_id: id,
    message_id: `<${id}@outbox.localhost>`,
    created_at: createdAt,
    from,
    to,
    subject,
    tags: Object.fromEntries(tags.map(({ name, value }) => [name, value])),
  };
}

function more(type: ReportType) {
  if (type !== "email.bounced") return {};
  return {
    bounce: {
      message: "The recipient's email address does not exist (a mailbox of the embedded outbox).",
      type: "Permanent",
      subType: "General",
    },
  };
}
