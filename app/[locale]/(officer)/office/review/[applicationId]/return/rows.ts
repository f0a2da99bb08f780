/** The numbers of the request rows in a form, in order; one empty row at the beginning. */
export function rowsOf(values: Readonly<Record<string, string>>): number[] {
  const rows = new Set<number>();
  for (const name of Object.keys(values)) {
    const row = /^requests\[(\d{1,3})\]\.place$/.exec(name)?.[1];
    if (row !== undefined) rows.add(Number(row));
  }
  return rows.size > 0 ? [...rows].sort((a, b) => a - b) : [0];
}

/** The same values with one row more. */
export function withRowAdded(values: Readonly<Record<string, string>>): Record<string, string> {
  const next = Math.max(...rowsOf(values)) + 1;
  return { ...values, [`requests[${next}].place`]: "" };
}

/** The same values without a row. */
export function withRowRemoved(
  values: Readonly<Record<string, string>>,
  row: number,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !name.startsWith(`requests[${row}].`)),
  );
}
