import { addDays } from "@/lib/calendar";
import { dateInOttawa, officeZone } from "@/lib/clock";
import type { Calendar } from "@/lib/reference/types";
import { hoursOn } from "@/lib/reference/working-days";

const hour = 3_600_000;
const minute = 60_000;

/** The service standard: one business day is eight working hours. */
export const promisedHours = 8;

/** By when the office promises to decide on what it received. */
export function promisedBy(receivedAt: Date, calendar: Calendar): Date {
  return dueAt(receivedAt, promisedHours, calendar);
}

/**
 * The instant at which so many working hours have passed. What comes in outside office hours counts
 * from the next opening; what runs out at closing time is due then, not the next morning.
 * @throws {RangeError} where no office hours are known: nothing would ever be due
 */
export function dueAt(receivedAt: Date, workingHours: number, calendar: Calendar): Date {
  if (calendar.hours.length === 0) throw new RangeError("No office hours are known");
  const openingOn = openings(calendar);
  let left = workingHours * hour;
  for (let day = dateInOttawa(receivedAt); ; day = addDays(day, 1)) {
    const opening = openingOn(day);
    if (!opening) continue;
    const from = Math.max(opening.from, receivedAt.getTime());
    const available = Math.max(0, opening.until - from);
    if (available > 0 && left <= available) return new Date(from + left);
    left -= available;
  }
}

/**
 * For how many minutes the office was open between two instants. Instants count in whole minutes, as a
 * clock shows them, so that the parts of a span add up to the whole.
 */
export function workedBetween(from: Date, until: Date, calendar: Calendar): number {
  const openingOn = openings(calendar);
  const [start, end] = [wholeMinute(from), wholeMinute(until)];
  const last = dateInOttawa(new Date(end));
  let worked = 0;
  for (let day = dateInOttawa(new Date(start)); day <= last; day = addDays(day, 1)) {
    const opening = openingOn(day);
    if (!opening) continue;
    worked += Math.max(0, Math.min(end, opening.until) - Math.max(start, opening.from));
  }
  return worked / minute;
}

/** When the office is open on a day, in milliseconds; null where it is closed all day. */
type Opening = { readonly from: number; readonly until: number } | null;

const known = new WeakMap<Calendar, Map<string, Opening>>();

/** Asks the clocks of a day once for each calendar that was read: a list asks for the same days in every row. */
function openings(calendar: Calendar): (day: string) => Opening {
  const days = known.get(calendar) ?? new Map<string, Opening>();
  known.set(calendar, days);
  const hoursOf = hoursOn(calendar);
  return (day) => {
    const before = days.get(day);
    if (before !== undefined) return before;
    const hours = hoursOf(day);
    const opening = hours && {
      from: momentInOttawa(day, hours.opens).getTime(),
      until: momentInOttawa(day, hours.closes).getTime(),
    };
    days.set(day, opening);
    return opening;
  };
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
  return momentInOttawa(day, 0);
}

/**
 * The instant at which the clocks in Ottawa show so many minutes after midnight of a day (ISO); they change between 1:00
 * and 3:00.
 */
export function momentInOttawa(day: string, minutes: number): Date {
  const wall = Date.parse(day) + minutes * minute;
  const guess = wall + 5 * hour;
  return new Date(guess - (wallClock(guess) - wall));
}
