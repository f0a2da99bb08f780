/** A row moved one place up or down among the others; where there is no such place, nothing moves. */
export function moveRow<T>(
  rows: readonly T[],
  from: number,
  verb: "up" | "down",
): { rows: T[]; to: number } {
  const to = verb === "up" ? from - 1 : from + 1;
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length) return { rows: [...rows], to: from };
  const others = rows.filter((_, index) => index !== from);
  return { rows: others.toSpliced(to, 0, row), to };
}
