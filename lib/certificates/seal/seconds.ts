import { addDays } from "@/lib/calendar";
import { VALIDITY_DAYS } from "@/lib/certificates/record/validity";

export const DAY = 86_400;
/** From the first second of the day of issue to 24:00 GMT of the day of expiry. */
export const LIFE = (VALIDITY_DAYS + 1) * DAY;

/** The first second of a calendar day in GMT, as seconds since 1970. */
export const secondsOf = (day: string): number => Date.parse(addDays(day, 0)) / 1000;

/** The calendar day that begins with this second. */
export const dayOf = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 10);
