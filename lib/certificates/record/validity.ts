import { addDays } from "@/lib/calendar";

/** Days of validity after the date of issue (SOR/2003-15, s. 6). */
export const VALIDITY_DAYS = 60;

/** Date of expiry: the day that is 60 days after the date of issue (SOR/2003-15, s. 6), both ISO 8601. */
export function expiryDateOf(issued: string): string {
  return addDays(issued, VALIDITY_DAYS);
}

/** The instant a certificate ends: 24:00 GMT of its date of expiry, which is 00:00 GMT of the next day. */
export function expiryInstantOf(expires: string): Date {
  return new Date(addDays(expires, 1));
}

/** True from 24:00 GMT of the date of expiry on. */
export function isExpired(expires: string, now: Date): boolean {
  return now.getTime() >= expiryInstantOf(expires).getTime();
}
