import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holidaysIn } from "@/lib/reference/holidays";
import { dueAt, promisedBy, startOfDay, workedBetween } from "@/lib/reference/working-time";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

const calendar = readReferenceFiles();
const { holidays } = calendar;

describe("federal holidays", () => {
  it.each([
    [
      2026,
      "01-01 04-03 04-06 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28", // Boxing Day is a Saturday
    ],
    [2027, "01-01 03-26 03-29 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28"],
    [2022, "01-03 04-15 04-18 05-23 07-01 08-01 09-05 09-30 10-10 11-11 12-26 12-27"],
    [2020, "01-01 04-10 04-13 05-18 07-01 08-03 09-07 10-12 11-11 12-25 12-28"], // no September 30 yet
  ])("of %i", (year, days) => {
    const expected = days.split(" ").map((day) => `${year}-${day}`);
    expect([...holidaysIn(year, holidays).keys()].sort()).toEqual(expected);
  });

  it("refuses a rule it does not know", () => {
    const holiday = { rule: "full moon", nameEn: "", nameFr: "", validFrom: null, validTo: null };
    expect(() => holidaysIn(2026, [holiday])).toThrow("full moon");
  });
});

describe("eight working hours of the office", () => {
  it.each([
    ["Monday 15:00", "2026-11-23T15:00-05:00", "2026-11-24T15:00-05:00"],
    ["Monday 8:00, due at closing time", "2026-11-23T08:00-05:00", "2026-11-23T16:00-05:00"],
    ["Monday 6:00, before opening", "2026-11-23T06:00-05:00", "2026-11-23T16:00-05:00"],
    ["Monday 16:00, just closed", "2026-11-23T16:00-05:00", "2026-11-24T16:00-05:00"],
    ["Monday 23:30", "2026-11-23T23:30-05:00", "2026-11-24T16:00-05:00"],
    ["Friday 15:00", "2026-11-20T15:00-05:00", "2026-11-23T15:00-05:00"],
    ["Saturday: from Monday 8:00", "2026-11-21T10:00-05:00", "2026-11-23T16:00-05:00"],
    [
      "the evening in Ottawa that is Monday in UTC",
      "2026-11-22T22:00-05:00",
      "2026-11-23T16:00-05:00",
    ],
    ["over the spring change of clocks", "2026-03-06T15:30-05:00", "2026-03-09T15:30-04:00"],
    ["over the autumn change of clocks", "2026-10-30T12:15-04:00", "2026-11-02T12:15-05:00"],
    ["the day before a holiday", "2026-11-10T14:00-05:00", "2026-11-12T14:00-05:00"],
    ["over the year’s end", "2026-12-31T15:00-05:00", "2027-01-04T15:00-05:00"],
    ["over Christmas, with Boxing Day moved", "2026-12-24T12:00-05:00", "2026-12-29T12:00-05:00"],
    ["over Easter", "2026-04-02T09:00-04:00", "2026-04-07T09:00-04:00"],
  ])("received %s", (_, receivedAt, due) => {
    expect(promisedBy(new Date(receivedAt), calendar)).toEqual(new Date(due));
  });

  it("counts other spans", () => {
    const monday = new Date("2026-11-23T09:00-05:00");
    expect(dueAt(monday, 2, calendar)).toEqual(new Date("2026-11-23T11:00-05:00"));
    expect(dueAt(monday, 40, calendar)).toEqual(new Date("2026-11-30T09:00-05:00"));
  });
});

describe("working minutes between two instants", () => {
  it.each([
    ["an hour of a Monday", "2026-11-23T09:00-05:00", "2026-11-23T10:00-05:00", 60],
    ["seconds are not counted", "2026-11-23T09:00:50-05:00", "2026-11-23T09:01:10-05:00", 1],
    ["from before opening", "2026-11-23T06:00-05:00", "2026-11-23T08:30-05:00", 30],
    ["until after closing", "2026-11-23T15:30-05:00", "2026-11-23T23:00-05:00", 30],
    ["a night", "2026-11-23T16:00-05:00", "2026-11-24T08:00-05:00", 0],
    ["over a night", "2026-11-23T15:00-05:00", "2026-11-24T09:00-05:00", 120],
    ["a whole week", "2026-11-16T00:00-05:00", "2026-11-23T00:00-05:00", 2400],
    ["a weekend", "2026-11-20T16:00-05:00", "2026-11-23T08:00-05:00", 0],
    ["Remembrance Day", "2026-11-10T15:00-05:00", "2026-11-12T09:00-05:00", 120],
    ["Christmas to the new year", "2026-12-24T08:00-05:00", "2027-01-04T16:00-05:00", 5 * 480],
    ["over the spring change of clocks", "2026-03-06T15:30-05:00", "2026-03-09T09:00-04:00", 90],
    ["over the autumn change of clocks", "2026-10-30T15:30-04:00", "2026-11-02T09:00-05:00", 90],
    ["the Sunday that has 23 hours", "2026-03-08T00:00-05:00", "2026-03-09T00:00-04:00", 0],
    ["the Sunday that has 25 hours", "2026-11-01T00:00-04:00", "2026-11-02T00:00-05:00", 0],
    [
      "an evening that is the next day in UTC",
      "2026-11-22T22:00-05:00",
      "2026-11-23T08:01-05:00",
      1,
    ],
    ["nothing backwards", "2026-11-23T10:00-05:00", "2026-11-23T09:00-05:00", 0],
  ])("%s", (_, from, until, minutes) => {
    expect(workedBetween(new Date(from), new Date(until), calendar)).toBe(minutes);
  });

  const instants = fc.date({
    min: new Date("2025-12-01T00:00Z"),
    max: new Date("2028-01-31T00:00Z"),
    noInvalidDate: true,
  });

  it("add up, wherever a span is cut", () => {
    fc.assert(
      fc.property(fc.tuple(instants, instants, instants), (three) => {
        const [a, b, c] = [...three].sort((x, y) => x.getTime() - y.getTime()) as typeof three;
        const whole = workedBetween(a, c, calendar);
        expect(workedBetween(a, b, calendar) + workedBetween(b, c, calendar)).toBe(whole);
      }),
      { numRuns: 300 },
    );
  });

  it("are those that a promise was counted in", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (from, hours) => {
        expect(workedBetween(from, dueAt(from, hours, calendar), calendar)).toBe(hours * 60);
      }),
      { numRuns: 300 },
    );
  });

  it("are those of a clock that looks every minute", () => {
    const wall = new Intl.DateTimeFormat("en-CA", {
      timeZone: "America/Toronto",
      weekday: "short",
      hour: "numeric",
      hourCycle: "h23",
    });
    const closed = new Set([2026, 2027].flatMap((year) => [...holidaysIn(year, holidays).keys()]));
    const isOpen = (at: number) => {
      const part = Object.fromEntries(
        wall.formatToParts(at).map(({ type, value }) => [type, value]),
      );
      const hour = Number(part["hour"]);
      const day = new Date(at - 5 * 3_600_000).toISOString().slice(0, 10);
      return hour >= 8 && hour < 16 && !/^S/.test(part["weekday"] ?? "") && !closed.has(day);
    };
    const from = Date.parse("2026-10-28T11:17Z");
    for (const minutes of [1, 700, 5000, 8000]) {
      let counted = 0;
      for (let i = 0; i < minutes; i++) if (isOpen(from + i * 60_000)) counted++;
      const until = new Date(from + minutes * 60_000);
      expect(workedBetween(new Date(from), until, calendar)).toBe(counted);
    }
  });
});

it.each([
  ["2026-11-25", "2026-11-25T05:00Z"],
  ["2026-07-01", "2026-07-01T04:00Z"],
  ["2026-03-08", "2026-03-08T05:00Z"], // clocks change two hours later
  ["2026-03-09", "2026-03-09T04:00Z"],
  ["2026-11-01", "2026-11-01T04:00Z"],
  ["2026-11-02", "2026-11-02T05:00Z"],
])("%s begins in Ottawa at %s", (day, instant) => {
  expect(startOfDay(day)).toEqual(new Date(instant));
});
