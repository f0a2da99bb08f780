import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { officeZone } from "@/lib/clock";
import { dueAt, workedBetween } from "@/lib/reference/working-time";
import type { Calendar, OfficeHours } from "@/lib/reference/types";
import { parseCsv } from "@/prisma/seed/reference/csv";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

/*
 * The service clock against a table: the office's hours as they are, hours that change, and an office that never
 * closes. Every line is also counted by a clock that knows no days, only looks every minute (every second where
 * the span has seconds) whether the office is open, by a list of closed days that was not made by the portal's rules.
 */

const { holidays, hours: standard } = readReferenceFiles();
const weekdays = [1, 2, 3, 4, 5];
const hoursOf: Record<string, OfficeHours[]> = {
  standard,
  changed: [
    { validFrom: "2027-01-05", opens: 9 * 60, closes: 17 * 60, weekdays: [2, 3, 4, 5, 6] },
    { validFrom: "2003-01-01", opens: 8 * 60, closes: 16 * 60, weekdays },
    { validFrom: "2026-09-08", opens: 7 * 60 + 45, closes: 15 * 60 + 45, weekdays: [1, 2, 3, 4] },
    { validFrom: "2026-06-15", opens: 8 * 60 + 30, closes: 16 * 60 + 15, weekdays },
  ],
  always: [{ validFrom: "2003-01-01", opens: 0, closes: 24 * 60, weekdays: [1, 2, 3, 4, 5, 6, 7] }],
};

const closed = new Set(
  `2020: 01-01 04-10 04-13 05-18 07-01 08-03 09-07 10-12 11-11 12-25 12-28
   2021: 01-01 04-02 04-05 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28
   2022: 01-03 04-15 04-18 05-23 07-01 08-01 09-05 09-30 10-10 11-11 12-26 12-27
   2023: 01-02 04-07 04-10 05-22 07-03 08-07 09-04 10-02 10-09 11-13 12-25 12-26
   2024: 01-01 03-29 04-01 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26
   2025: 01-01 04-18 04-21 05-19 07-01 08-04 09-01 09-30 10-13 11-11 12-25 12-26
   2026: 01-01 04-03 04-06 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28
   2027: 01-01 03-26 03-29 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28
   2028: 01-03 04-14 04-17 05-22 07-03 08-07 09-04 10-02 10-09 11-13 12-25 12-26
   2029: 01-01`
    .split("\n")
    .flatMap((line) => {
      const [year, days = ""] = line.trim().split(": ");
      return days.split(" ").map((day) => `${year}-${day}`);
    }),
);

/** Milliseconds by which the office's clock is ahead of UTC; it changes on the hour. */
const ahead = new Map<number, number>();
const wall = new Intl.DateTimeFormat("en-CA", {
  timeZone: officeZone,
  timeZoneName: "longOffset",
});
function aheadAt(at: number): number {
  const hour = Math.floor(at / 3_600_000);
  const found = ahead.get(hour);
  if (found !== undefined) return found;
  const [, sign, hours] = /GMT([+-])(\d\d)/.exec(wall.format(at)) ?? [];
  const made = Number(`${sign}${hours}`) * 3_600_000;
  ahead.set(hour, made);
  return made;
}

/** The hours of a day, by its number since 1970; null where the office is closed. */
const days = new Map<readonly OfficeHours[], Map<number, OfficeHours | null>>();
function hoursOfDay(number: number, plan: readonly OfficeHours[]): OfficeHours | null {
  const known = days.get(plan) ?? new Map<number, OfficeHours | null>();
  days.set(plan, known);
  const found = known.get(number);
  if (found !== undefined) return found;
  const date = new Date(number * 86_400_000);
  const day = date.toISOString().slice(0, 10);
  const begun = plan.filter(({ validFrom }) => validFrom <= day);
  const newest = begun.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  const works = newest?.weekdays.includes(weekday) === true && !closed.has(day);
  const made = works ? newest : null;
  known.set(number, made);
  return made;
}

function isOpen(at: number, plan: readonly OfficeHours[]): boolean {
  const local = at + aheadAt(at);
  const hours = hoursOfDay(Math.floor(local / 86_400_000), plan);
  const minutes = (local % 86_400_000) / minute;
  return hours !== null && hours.opens <= minutes && minutes < hours.closes;
}

const minute = 60_000;

function slowlyDue(from: number, workingHours: number, plan: readonly OfficeHours[]): number {
  const step = from % minute === 0 ? minute : 1000;
  let left = (workingHours * 3_600_000) / step;
  for (let at = from; ; at += step) {
    if (isOpen(at, plan)) left -= 1;
    if (left === 0) return at + step;
  }
}

function slowlyWorked(from: number, until: number, plan: readonly OfficeHours[]): number {
  let open = 0;
  for (let at = from - (from % minute); at < until - (until % minute); at += minute) {
    if (isOpen(at, plan)) open += 1;
  }
  return open;
}

const cases = parseCsv(
  readFileSync(path.join(import.meta.dirname, "working-time-cases.csv"), "utf8"),
).map((row) => {
  const hours = hoursOf[row["hours"] ?? ""];
  if (!hours) throw new Error(`no such hours: ${row["hours"]}`);
  const spans = (row["span"] ?? "")
    .split(" ")
    .map((span) => span.split("/").map((text) => Date.parse(text)));
  const calendar: Calendar = { holidays, hours };
  const { case: name = "", kind = "", workingHours = "", expected = "" } = row;
  return { name, kind, calendar, spans, workingHours: Number(workingHours), expected };
});

it("is tried by at least two hundred cases, each once", () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
  expect(new Set(cases.map(({ name, spans }) => name + JSON.stringify(spans))).size).toBe(
    cases.length,
  );
});

describe("working time", () => {
  test.each(cases)("$name", ({ kind, calendar, spans, workingHours, expected }) => {
    if (kind === "due") {
      const [[from = NaN] = []] = spans;
      const slow = slowlyDue(from, workingHours, calendar.hours);
      expect(dueAt(new Date(from), workingHours, calendar)).toEqual(new Date(expected));
      expect(new Date(slow)).toEqual(new Date(expected));
      return;
    }
    const sum = (count: (from: number, until: number) => number) =>
      spans.reduce((all, [from = NaN, until = NaN]) => all + count(from, until), 0);
    const worked = sum((from, until) => workedBetween(new Date(from), new Date(until), calendar));
    expect(worked).toBe(Number(expected));
    expect(sum((from, until) => slowlyWorked(from, until, calendar.hours))).toBe(worked);
  });
});

it("is quick for a page of twenty-five files that were with the exporter for half a year", () => {
  const calendar: Calendar = { holidays, hours: standard };
  const [from, until] = [new Date("2026-05-20T13:00Z"), new Date("2026-11-26T18:00Z")];
  const began = performance.now();
  for (let file = 0; file < 25; file++) workedBetween(from, until, calendar);
  // Generous: a few milliseconds on an idle machine.
  expect(performance.now() - began).toBeLessThan(250);
});

it("knows no due time without office hours", () => {
  expect(() => dueAt(new Date("2026-11-26T18:00Z"), 8, { holidays, hours: [] })).toThrow(
    "No office hours",
  );
});
