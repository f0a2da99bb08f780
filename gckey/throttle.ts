/** How many failed attempts are forgiven, slowed down and refused. */
export type Limit = { free: number; lockAt: number };

/** One person: five tries at full speed, then 1, 2, 4, 8, 16 s between tries; ten lock for a while. */
export const personLimit: Limit = { free: 5, lockAt: 10 };

/** One network address, behind which an office may sit. */
export const addressLimit: Limit = { free: 100, lockAt: 110 };

/** Codes mailed to one address that nobody has entered. */
export const mailLimit: Limit = { free: 10, lockAt: 10 };

export const lockMilliseconds = 15 * 60_000;

/** Failures are forgotten after a day without a try. */
export const memoryMilliseconds = 24 * 60 * 60_000;

export type Attempts = { failures: number; lastAt: Date };

/** Failures that still count. */
export function countedFailures(attempts: Attempts, now: Date): number {
  return now.getTime() - attempts.lastAt.getTime() >= memoryMilliseconds ? 0 : attempts.failures;
}

/**
 * Milliseconds to wait before the next try may be made; 0 = now. After a lock each further failure
 * locks again, until a success or a quiet day, so nobody is locked out for good.
 */
export function waitBefore(attempts: Attempts, limit: Limit, now: Date): number {
  const failures = countedFailures(attempts, now);
  if (failures < limit.free) return 0;
  const pause = failures >= limit.lockAt ? lockMilliseconds : 1_000 * 2 ** (failures - limit.free);
  return Math.max(0, attempts.lastAt.getTime() + pause - now.getTime());
}
