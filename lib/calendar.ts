/*
 * Calendar days as ISO text, "2026-11-23": they compare as text and belong to no time zone.
 */

const dayLength = 86_400_000;

/** True for a real calendar date written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const start = Date.parse(text);
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
}

/** The day so many days later; earlier where `days` is negative. @throws {RangeError} for what is no date */
export function addDays(day: string, days: number): string {
  if (!isCalendarDate(day)) throw new RangeError(`Not a calendar date: ${day}`);
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
}
