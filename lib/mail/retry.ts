const LONGEST_WAIT_MS = 5 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
/** The provider remembers a key for 24 hours; an hour is kept back for the way. */
const KEY_TRUSTED_MS = 23 * HOUR_MS;
const WORTH_SENDING_MS = 72 * HOUR_MS;

/** Stands in `Mail.problem` from before each send until its outcome is known. */
export const OUTCOME_UNKNOWN = "outcomeUnknown";

/**
 * Milliseconds until the next attempt: doubling from one second to five minutes, with half of it left to
 * chance so that many mails do not come back at once. Never sooner than the provider asks.
 */
export function waitBefore(attempt: number, askedMs: number, chance: number): number {
  const full = Math.min(1000 * 2 ** Math.min(attempt, 16), LONGEST_WAIT_MS);
  return Math.max(full * (0.5 + chance / 2), askedMs);
}

/** Why a mail is no longer tried, or null. An officer then decides. */
export function givenUp(
  mail: { createdAt: Date; problem: string | null },
  now: Date,
): "outcomeUnknown" | "tooOld" | null {
  const age = now.getTime() - mail.createdAt.getTime();
  // A second send would no longer be recognized, and the first may have arrived.
  if (mail.problem === OUTCOME_UNKNOWN && age >= KEY_TRUSTED_MS) return "outcomeUnknown";
  return age >= WORTH_SENDING_MS ? "tooOld" : null;
}
