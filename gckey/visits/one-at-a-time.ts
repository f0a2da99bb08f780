/**
 * Answers the requests of one visit one after the other: a button pressed twice finds what the first
 * press has done. Only for comfort; what must hold between processes, the database holds.
 */
export function oneAtATime() {
  const last = new Map<string, Promise<void>>();
  return async (key: string, work: () => Promise<void>): Promise<void> => {
    const before = last.get(key);
    const mine = (before ?? Promise.resolve()).catch(() => undefined).then(work);
    last.set(key, mine);
    try {
      await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
