/*
 * Numbers of entries are given before their transactions commit, so a lower one may appear after a higher
 * one. Which are still to come is not guessed: whoever adds an entry holds a lock on the table from before
 * its number is given until the end of the transaction, and the database shows these locks.
 */

/** Which entries there were, and who was adding some, both as one moment showed it. */
export interface Sight {
  readonly highest: bigint;
  readonly writers: ReadonlySet<string>;
}

/** What to remember from one look to the next, and up to which entry nothing can appear any more. */
export interface Settled {
  readonly upTo: bigint;
  /** A moment whose writers have not all ended yet. */
  readonly waiting: Sight | null;
}

/** `now` was seen in this order: the entries, then the writers. All that was visible after it is sealed with it. */
export function settle(before: Settled, now: Sight): Settled {
  const candidate = before.waiting;
  if (now.writers.size === 0) return { upTo: max(before.upTo, now.highest), waiting: null };
  if (candidate && [...candidate.writers].some((writer) => now.writers.has(writer))) return before;
  const upTo = candidate ? max(before.upTo, candidate.highest) : before.upTo;
  return { upTo, waiting: now };
}

const max = (a: bigint, b: bigint) => (a > b ? a : b);
