/** At most `limit` requests in any span of `windowMs`; tells how long to wait otherwise. */
export function rateLimit(limit: number, windowMs: number, now: () => number) {
  let taken: number[] = [];
  return {
    limit,
    /** Takes one place. `waitMs` is 0 when there was one. */
    take(): { waitMs: number; remaining: number } {
      const at = now();
      taken = taken.filter((time) => at - time < windowMs);
      const oldest = taken[0];
      if (taken.length >= limit && oldest !== undefined) {
        return { waitMs: windowMs - (at - oldest), remaining: 0 };
      }
      taken.push(at);
      return { waitMs: 0, remaining: limit - taken.length };
    },
  };
}
