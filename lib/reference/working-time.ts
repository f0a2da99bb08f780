import { addDays } from "@/lib/calendar";
import { dateInOttawa, officeZone } from "@/lib/clock";
import type { Holiday } from "@/lib/reference/types";
import { openDays } from "@/lib/reference/working-days";

/** Monday to Friday, in the office's own time. */
const opens = 8;
const closes = 16;
const hour = 3_600_000;
const minute = 60_000;

/** The service standard: one business day is eight working hours. */
export const promisedHours = 8;

/** By when the office promises to decide on what it received. */
export function promisedBy(receivedAt: Date, holidays: readonly Holiday[]): Date {
  return dueAt(receivedAt, promisedHours, holidays);
}

/**
 * The instant at which so many working hours have passed. What comes in outside office hours counts
 * from the next opening; what runs out at closing time is due then, not the next morning.
 */
export function dueAt(receivedAt: Date, workingHours: number, holidays: readonly Holiday[]): Date {
  const isOpenOn = openDays(holidays);
  let left = workingHours * hour;
  for (let day = dateInOttawa(receivedAt); ; day = addDays(day, 1)) {
    if (!isOpenOn(day)) continue;
    const from = Math.max(instantOf(day, opens), receivedAt.getTime());
    const available = Math.max(0, instantOf(day, closes) - from);
    if (available > 0 && left <= available) return new Date(from + left);
    left -= available;
  }
}

/**
 * For how many minutes the office was open between two instants. Instants count in whole minutes, as a
 * clock shows them, so that the parts of a span add up to the whole.
 */
export function workedBetween(from: Date, until: Date, holidays: readonly Holiday[]): number {
  const isOpenOn = openDays(holidays);
  const [start, end] = [wholeMinute(from), wholeMinute(until)];
  const [first, last] = [dateInOttawa(new Date(start)), dateInOttawa(new Date(end))];
  let worked = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!isOpenOn(day)) continue;
    const opensAt = day === first ? Math.max(start, instantOf(day, opens)) : null;
    const closesAt = day === last ? Math.min(end, instantOf(day, closes)) : null;
    // No day of work is longer or shorter: clocks change at night.
    if (opensAt === null && closesAt === null) worked += (closes - opens) * hour;
    else
      worked += Math.max(
        0,
        (closesAt ?? instantOf(day, closes)) - (opensAt ?? instantOf(day, opens)),
      );
  }
  return worked / minute;
}

const wholeMinute = (instant: Date) => Math.floor(instant.getTime() / minute) * minute;

const localFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: officeZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** The office's wall clock at an instant, as if it were UTC. */
function wallClock(instant: number): number {
  const part = Object.fromEntries(
    localFormat.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour: h = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, h, minute, second);
}

/** When a day (ISO) begins in Ottawa. */
export function startOfDay(day: string): Date {
  return new Date(instantOf(day, 0));
}

/** The instant at which the office's clock shows the hour. Clocks change between 1 and 3, and never in office hours. */
function instantOf(day: string, atHour: number): number {
  const wall = Date.parse(day) + atHour * hour;
  const guess = wall + 5 * hour;
  return guess - (wallClock(guess) - wall);
}
