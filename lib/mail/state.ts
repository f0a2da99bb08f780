import { OUTCOME_UNKNOWN } from "@/lib/mail/retry";
import type { MailStatus } from "@/prisma/generated/enums";

/** The lists of the office: all, and by what became of the mails. */
export const mailViews = ["all", "waiting", "sent", "delivered", "cameBack", "neverSent"] as const;
export type MailView = (typeof mailViews)[number];

/** Where a mail stands, in the words of the office. */
export type MailState =
  "waiting" | "sent" | "delivered" | "cameBack" | "unwanted" | "neverSent" | "inDoubt";

const stateOfStatus: Record<MailStatus, MailState> = {
  queued: "waiting",
  sent: "sent",
  delivered: "delivered",
  bounced: "cameBack",
  complained: "unwanted",
  failed: "neverSent",
};

export function mailState({ status, problem }: { status: MailStatus; problem: string | null }) {
  return status === "failed" && problem === OUTCOME_UNKNOWN ? "inDoubt" : stateOfStatus[status];
}

/** What the provider told of a mail, as it is kept. */
const reportsKept = [
  "sent",
  "delivered",
  "delayed",
  "bounced",
  "bouncedForNow",
  "complained",
  "failed",
] as const;
export type ReportKept = (typeof reportsKept)[number];
export const isReportKept = (kind: string): kind is ReportKept =>
  reportsKept.some((each) => each === kind);

/** What is wrong with a mail, in words that the office has for it; the rest is the provider's. */
export type MailProblem =
  "outcomeUnknown" | "tooOld" | "invalidRecipient" | "tooMany" | "notAllowed" | "away";

const known: Record<string, MailProblem> = {
  [OUTCOME_UNKNOWN]: "outcomeUnknown",
  tooOld: "tooOld",
  invalidRecipient: "invalidRecipient",
  rate_limit_exceeded: "tooMany",
  daily_quota_exceeded: "tooMany",
  monthly_quota_exceeded: "tooMany",
  missing_api_key: "notAllowed",
  invalid_api_key: "notAllowed",
  restricted_api_key: "notAllowed",
  validation_error: "notAllowed",
  application_error: "away",
  internal_server_error: "away",
};

/** One of the office's words for it, or the provider's own. */
export function problemOf(problem: string | null): { word: MailProblem } | { said: string } | null {
  if (problem === null) return null;
  const word = known[problem];
  return word ? { word } : { said: problem };
}
