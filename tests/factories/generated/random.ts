/** Chance that is the same at every run. */
export interface Chance {
  /** A whole number from `least` to `most`, both among them. */
  whole(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** Several different ones, in the order in which they are given. */
  some<T>(from: readonly T[], count: number): T[];
  /** True once in so many times. */
  once(inTimes: number): boolean;
}

/** Mulberry32: small, quick and good enough to mix shipments. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[whole(0, from.length - 1)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  return {
    whole,
    pick,
    once: (inTimes) => whole(1, inTimes) === 1,
    some(from, count) {
      const left = from.map((_, index) => index);
      while (left.length > count) left.splice(whole(0, left.length - 1), 1);
      return left.flatMap((index) => from.slice(index, index + 1));
    },
  };
}
