import { holdsOn } from "@/lib/reference/lookups";
import type { Holiday } from "@/lib/reference/types";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ordinals = ["first", "second", "third", "fourth"];
const dayLength = 86_400_000;

/**
 * The days of a year on which the office is closed for a holiday (ISO), each with its holiday. A
 * holiday on a weekend moves to the next working day that is no holiday itself.
 */
export function holidaysIn(year: number, holidays: readonly Holiday[]): Map<string, Holiday> {
  const kept = holidays
    .map((holiday) => ({ holiday, day: dayOf(holiday.rule, year) }))
    .filter(({ holiday, day }) =>
      holdsOn({ from: holiday.validFrom, to: holiday.validTo }, iso(day)),
    )
    .sort((a, b) => a.day - b.day);
  const closed = new Map<string, Holiday>();
  for (const { holiday, day } of kept) if (!isWeekend(day)) closed.set(iso(day), holiday);
  for (const { holiday, day } of kept) {
    if (!isWeekend(day)) continue;
    let moved = day;
    while (isWeekend(moved) || closed.has(iso(moved))) moved += dayLength;
    closed.set(iso(moved), holiday);
  }
  return closed;
}

/**
 * The day of a holiday's rule in a year, in milliseconds UTC. Rules: `07-01`, `easter-2`,
 * `monday before 05-25`, `first monday of 09`. A rule that is none of these throws.
 */
function dayOf(rule: string, year: number): number {
  const fixed = /^(\d{2})-(\d{2})$/.exec(rule);
  if (fixed) return Date.UTC(year, Number(fixed[1]) - 1, Number(fixed[2]));

  const easter = /^easter([+-]\d+)$/.exec(rule);
  if (easter) return easterSunday(year) + Number(easter[1]) * dayLength;

  const before = /^(\w+) before (\d{2})-(\d{2})$/.exec(rule);
  if (before) {
    const limit = Date.UTC(year, Number(before[2]) - 1, Number(before[3]));
    const back = (new Date(limit).getUTCDay() - weekdayOf(before[1]) + 7) % 7;
    return limit - (back || 7) * dayLength;
  }

  const nth = /^(\w+) (\w+) of (\d{2})$/.exec(rule);
  const ordinal = ordinals.indexOf(nth?.[1] ?? "");
  if (!nth || ordinal < 0) throw new Error(`Not a holiday rule: ${rule}`);
  const first = Date.UTC(year, Number(nth[3]) - 1, 1);
  const ahead = (weekdayOf(nth[2]) - new Date(first).getUTCDay() + 7) % 7;
  return first + (ahead + 7 * ordinal) * dayLength;
}

function weekdayOf(name = ""): number {
  const weekday = weekdays.indexOf(name);
  if (weekday < 0) throw new Error(`Not a weekday: ${name}`);
  return weekday;
}

/** Gregorian Easter (the anonymous algorithm of 1876). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1);
}

const iso = (day: number) => new Date(day).toISOString().slice(0, 10);
const isWeekend = (day: number) => [0, 6].includes(new Date(day).getUTCDay());
