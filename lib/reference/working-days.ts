import { addDays } from "@/lib/calendar";
import { holidaysIn } from "@/lib/reference/holidays";
import type { Calendar, Holiday, OfficeHours } from "@/lib/reference/types";

/** The day that is so many working days of the office before another. */
export function workingDaysBefore(day: string, count: number, calendar: Calendar): string {
  const hoursOf = hoursOn(calendar);
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, -1);
    if (hoursOf(found)) left -= 1;
  }
  return found;
}

/** The day that is so many working days of the office after another. */
export function workingDaysAfter(day: string, count: number, calendar: Calendar): string {
  const hoursOf = hoursOn(calendar);
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, 1);
    if (hoursOf(found)) left -= 1;
  }
  return found;
}

/** The hours that the office keeps from a day on: of the rows whose day has come, the newest. */
export function hoursInForce({ hours }: Calendar, day: string): OfficeHours | null {
  return hours.reduce<OfficeHours | null>((newest, row) => {
    if (row.validFrom > day || (newest && newest.validFrom > row.validFrom)) return newest;
    return row;
  }, null);
}

/** The hours of the office on a day, null where it does not work then; the holidays of a year are found once. */
export function hoursOn(calendar: Calendar): (day: string) => OfficeHours | null {
  const closedIn = new Map<number, Map<string, Holiday>>();
  return (day) => {
    const hours = hoursInForce(calendar, day);
    if (!hours?.weekdays.includes(new Date(day).getUTCDay() || 7)) return null;
    const year = Number(day.slice(0, 4));
    const closed = closedIn.get(year) ?? holidaysIn(year, calendar.holidays);
    closedIn.set(year, closed);
    return closed.has(day) ? null : hours;
  };
}
