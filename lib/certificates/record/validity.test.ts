import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateInOttawa } from "@/lib/clock";
import { expiryDateOf, expiryInstantOf, isExpired } from "@/lib/certificates/record/validity";

describe("validity", () => {
  it.each([
    ["2026-01-01", "2026-03-02", "2026-03-03T00:00:00.000Z"],
    ["2026-07-01", "2026-08-30", "2026-08-31T00:00:00.000Z"],
    ["2028-01-15", "2028-03-15", "2028-03-16T00:00:00.000Z"],
    ["2026-11-23", "2027-01-22", "2027-01-23T00:00:00.000Z"],
  ])("of %s ends on %s, 24:00 GMT", (issued, expires, instant) => {
    expect(expiryDateOf(issued)).toBe(expires);
    expect(expiryInstantOf(expires).toISOString()).toBe(instant);
  });

  it.each([
    ["19:00", "2026-03-02"],
    ["20:00", "2026-08-30"],
  ])("ends at %s in Ottawa on %s", (time, expires) => {
    const ottawa = expiryInstantOf(expires).toLocaleString("en-CA", {
      timeZone: "America/Toronto",
      dateStyle: "short",
      timeStyle: "short",
      hour12: false,
    });
    expect(ottawa).toBe(`${expires}, ${time}`);
  });

  it("begins on the office's calendar date, in summer and in winter time", () => {
    expect(dateInOttawa(new Date("2026-07-02T03:59:59Z"))).toBe("2026-07-01");
    expect(dateInOttawa(new Date("2026-07-02T04:00:00Z"))).toBe("2026-07-02");
    expect(dateInOttawa(new Date("2026-01-02T04:59:59Z"))).toBe("2026-01-01");
    expect(dateInOttawa(new Date("2026-01-02T05:00:00Z"))).toBe("2026-01-02");
    // The two nights on which the clocks change.
    expect(dateInOttawa(new Date("2026-03-08T04:59:59Z"))).toBe("2026-03-07");
    expect(dateInOttawa(new Date("2026-03-09T04:00:00Z"))).toBe("2026-03-09");
    expect(dateInOttawa(new Date("2026-11-01T04:00:00Z"))).toBe("2026-11-01");
    expect(dateInOttawa(new Date("2026-11-02T04:59:59Z"))).toBe("2026-11-01");
  });

  it("holds through the last second and no longer", () => {
    expect(isExpired("2026-03-02", new Date("2026-03-02T23:59:59.999Z"))).toBe(false);
    expect(isExpired("2026-03-02", new Date("2026-03-03T00:00:00Z"))).toBe(true);
  });

  it("is 61 days from 00:00 GMT of the date of issue, whatever the date", () => {
    const days = fc.date({
      min: new Date("2003-01-01"),
      max: new Date("2199-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (instant) => {
        const issued = dateInOttawa(instant);
        const length =
          expiryInstantOf(expiryDateOf(issued)).getTime() - Date.parse(`${issued}T00:00:00Z`);
        return length === 61 * 86_400_000;
      }),
    );
  });

  it("refuses what is not a date", () => {
    expect(() => expiryDateOf("2026-13-01")).toThrow(RangeError);
  });
});
