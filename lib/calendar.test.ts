import { expect, it } from "vitest";
import { addDays, isCalendarDate } from "@/lib/calendar";

it.each([
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-2-9", false],
  ["2026-13-01", false],
  ["2026-11-23T00:00:00Z", false],
  ["", false],
])("%s is a date: %s", (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

it.each([
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-03-01", -1, "2026-02-28"],
  ["2026-11-01", 7, "2026-11-08"],
])("%s and %i days is %s", (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});

it("counts from dates only", () => {
  expect(() => addDays("2026-02-29", 1)).toThrow(RangeError);
});
