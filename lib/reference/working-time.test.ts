import { describe, expect, it } from "vitest";
import { holidaysIn } from "@/lib/reference/holidays";
import { dueAt, promisedBy } from "@/lib/reference/working-time";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

const { holidays } = readReferenceFiles();

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
    expect(promisedBy(new Date(receivedAt), holidays)).toEqual(new Date(due));
  });

  it("counts other spans", () => {
    const monday = new Date("2026-11-23T09:00-05:00");
    expect(dueAt(monday, 2, holidays)).toEqual(new Date("2026-11-23T11:00-05:00"));
    expect(dueAt(monday, 40, holidays)).toEqual(new Date("2026-11-30T09:00-05:00"));
  });
});
