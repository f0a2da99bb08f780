import Decimal from "decimal.js";

/** The middle of some decimals, to the cent; null of none. */
export function medianOf(figures: readonly string[]): string | null {
  const sorted = figures.map((figure) => new Decimal(figure)).sort((a, b) => a.comparedTo(b));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) return null;
  const before = sorted[Math.floor((sorted.length - 1) / 2)] ?? middle;
  return middle.plus(before).div(2).toFixed(2);
}

/** By how much one figure is larger than the other, at least 1: 50 and 200 are 4 apart. */
export function timesApart(one: string, other: string): number {
  const [a, b] = [new Decimal(one), new Decimal(other)];
  if (a.lte(0) || b.lte(0)) return 1;
  return Decimal.max(a.div(b), b.div(a)).toNumber();
}

/** What belongs together by a key, in the order of its first member. */
export function together<T>(members: Iterable<T>, key: (member: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const group = groups.get(key(member));
    if (group) group.push(member);
    else groups.set(key(member), [member]);
  }
  return [...groups.values()];
}
