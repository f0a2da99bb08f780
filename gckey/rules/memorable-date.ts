/**
 * A date as YYYY-MM-DD, read from year, month and day with any separator or none; undefined when
 * there is no such day.
 */
export function readDate(typed: string): string | undefined {
  const parts =
    /^(\d{4})\s*[-/. \u2010-\u2015]\s*(\d{1,2})\s*[-/. \u2010-\u2015]\s*(\d{1,2})$/u.exec(
      typed.trim(),
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed.trim());
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year < 1000) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : undefined;
}
