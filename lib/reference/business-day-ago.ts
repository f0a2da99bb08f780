import { addDays } from "@/lib/calendar";
import { dateInOttawa } from "@/lib/clock";
import type { Calendar } from "@/lib/reference/types";
import { dueAt, promisedHours, startOfDay, workedBetween } from "@/lib/reference/working-time";

/** The latest instant since which the office has worked one business day: before it, more than that has passed. */
export function oneBusinessDayBefore(until: Date, calendar: Calendar): Date {
  const wanted = promisedHours * 60;
  let day = dateInOttawa(until);
  let worked = workedBetween(startOfDay(day), until, calendar);
  while (worked < wanted) {
    day = addDays(day, -1);
    worked = workedBetween(startOfDay(day), until, calendar);
  }
  return dueAt(startOfDay(day), (worked - wanted) / 60, calendar);
}
