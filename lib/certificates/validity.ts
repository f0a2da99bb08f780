const DAY = 86_400_000;

/** Days of validity after the date of issue (SOR/2003-15, s. 6). */
export const VALIDITY_DAYS = 60;

const officeCalendar = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Toronto",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Date of issue of a certificate signed at this instant: the calendar date at the office, ISO 8601. */
export function issueDateOf(instant: Date): string {
  return officeCalendar.format(instant);
}

/** Date of expiry: the day that is 60 days after the date of issue (SOR/2003-15, s. 6), both ISO 8601. */
export function expiryDateOf(issued: string): string {
  return new Date(startOfDay(issued) + VALIDITY_DAYS * DAY).toISOString().slice(0, 10);
}

/** The instant a certificate ends: 24:00 GMT of its date of expiry, which is 00:00 GMT of the next day. */
export function expiryInstantOf(expires: string): Date {
  return new Date(startOfDay(expires) + DAY);
}

/** True from 24:00 GMT of the date of expiry on. */
export function isExpired(expires: string, now: Date): boolean {
  return now.getTime() >= expiryInstantOf(expires).getTime();
}

/** True for a real calendar date written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function startOfDay(date: string): number {
  if (!isCalendarDate(date)) throw new RangeError(`Not a calendar date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}
