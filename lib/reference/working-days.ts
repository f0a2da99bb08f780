import { addDays } from "@/lib/calendar";
import { officeZone } from "@/lib/clock";
import { holidaysIn } from "@/lib/reference/holidays";
import type { Holiday } from "@/lib/reference/types";

/** The day that is so many working days of the office before another. */
export function workingDaysBefore(
  day: string,
  count: number,
  holidays: readonly Holiday[],
): string {
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, -1);
    const isWeekend = [0, 6].includes(new Date(found).getUTCDay());
    if (!isWeekend && !holidaysIn(Number(found.slice(0, 4)), holidays).has(found)) left -= 1;
  }
  return found;
}

const hourInOttawa = new Intl.DateTimeFormat("en-CA", {
  timeZone: officeZone,
  hour: "2-digit",
  hourCycle: "h23",
});

/** Whether it is eight in the morning or later in Ottawa. */
export function isMorning(instant: Date): boolean {
  return Number(hourInOttawa.format(instant)) >= 8;
}
