import { addDays } from "@/lib/calendar";
import { holidaysIn } from "@/lib/reference/holidays";
import type { Holiday } from "@/lib/reference/types";

/** The day that is so many working days of the office before another. */
export function workingDaysBefore(
  day: string,
  count: number,
  holidays: readonly Holiday[],
): string {
  const isOpenOn = openDays(holidays);
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, -1);
    if (isOpenOn(found)) left -= 1;
  }
  return found;
}

/** The day that is so many working days of the office after another. */
export function workingDaysAfter(day: string, count: number, holidays: readonly Holiday[]): string {
  const isOpenOn = openDays(holidays);
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, 1);
    if (isOpenOn(found)) left -= 1;
  }
  return found;
}

/** Whether the office works on a day; the holidays of a year are found once. */
export function openDays(holidays: readonly Holiday[]): (day: string) => boolean {
  const closedIn = new Map<number, Map<string, Holiday>>();
  return (day) => {
    if ([0, 6].includes(new Date(day).getUTCDay())) return false;
    const year = Number(day.slice(0, 4));
    const closed = closedIn.get(year) ?? holidaysIn(year, holidays);
    closedIn.set(year, closed);
    return !closed.has(day);
  };
}
