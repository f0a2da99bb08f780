import { describe, expect, it } from "vitest";
import {
  readDegrees,
  readMinutes,
  showCoordinate,
  toDecimalDegrees,
} from "@/lib/forms/coordinates";
import { readDate, showDate } from "@/lib/forms/dates";
import { isCanadianPostalCode, readPostalCode } from "@/lib/forms/postal-code";

describe("a postal code", () => {
  it.each(["k1a0e4", "K1A 0E4", " k1a-0e4 ", "K1A\u00A00E4", "k 1 a 0 e 4", "K1A.0E4"])(
    "%j is K1A 0E4",
    (typed) => expect(readPostalCode(typed)).toBe("K1A 0E4"),
  );

  it.each(["90210", "D1A 0E4", "K1O 0E4", "Z1A 0E4", "K1A 0E", "K1A 0E45", ""])(
    "%j is not Canadian",
    (typed) => {
      expect(readPostalCode(typed)).toBe(typed);
      expect(isCanadianPostalCode(typed)).toBe(false);
    },
  );
});

describe("degrees and minutes", () => {
  it.each([
    ["53", "53"],
    ["53°", "53"],
    [" 104 ° ", "104"],
    ["053", "53"],
  ])("%j is %s degrees", (typed, value) => {
    expect(readDegrees(typed, "en", "longitude")).toEqual({ ok: true, value });
  });

  it.each(["53.2", "-53", "181", "north", "53 14", ""])("%j is no degrees", (typed) => {
    expect(readDegrees(typed, "en", "latitude").ok).toBe(false);
  });

  it.each([
    ["14", "14"],
    ["14.5", "14.5"],
    ["14,5", "14.5"],
    ["14.25′", "14.25"],
    ["14.250'", "14.250"],
    ["0", "0"],
    ["60", "60"], // a number; rule R12 and the schema say that it is no minute
  ])("%j is %s minutes, in both languages", (typed, value) => {
    expect(readMinutes(typed, "en")).toEqual({ ok: true, value });
    expect(readMinutes(typed, "fr")).toEqual({ ok: true, value });
  });

  it.each(["-1", "14.12345", "14 30", "quarter"])("%j is no minutes", (typed) => {
    expect(readMinutes(typed, "en").ok).toBe(false);
  });

  it("compare as exact decimals", () => {
    expect(toDecimalDegrees({ degrees: "53", minutes: "14.5" })?.toFixed(6)).toBe("53.241667");
    expect(toDecimalDegrees({ degrees: "53", minutes: "60" })).toBeNull();
    expect(toDecimalDegrees({ degrees: "53" })).toBeNull();
  });

  it("are shown with the side", () => {
    const west = { degrees: "104", minutes: "48.25" };
    expect(showCoordinate(west, "longitude", "en")).toBe("104°\u00A048.25′\u00A0W");
    expect(showCoordinate(west, "longitude", "fr")).toBe("104°\u00A048,25′\u00A0O");
  });
});

describe("a date", () => {
  it.each([
    "2026-11-21",
    "2026/11/21",
    "2026 11 21",
    "21 November 2026",
    "November 21, 2026",
    "november 21st 2026",
    "Nov. 21, 2026",
    "21 novembre 2026",
    "le 21 nov. 2026",
    "21/11/2026",
    "11/21/2026",
    "21.11.2026",
  ])("%s is November 21, 2026", (typed) => {
    expect(readDate(typed)).toEqual({ ok: true, value: "2026-11-21" });
  });

  it.each([
    ["1er mars 2026", "2026-03-01"],
    ["5 août 2026", "2026-08-05"],
    ["9 févr. 2028", "2028-02-09"],
    ["29 février 2028", "2028-02-29"],
    ["03/03/2026", "2026-03-03"],
  ])("%s is %s", (typed, value) => {
    expect(readDate(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ["", "empty"],
    ["soon", "notUnderstood"],
    ["21 brumaire 2026", "notUnderstood"],
    ["2026-02-29", "noSuchDay"],
    ["31 April 2026", "noSuchDay"],
    ["32/13/2026", "noSuchDay"],
  ])("%j is refused: %s", (typed, problem) => {
    expect(readDate(typed)).toEqual({ ok: false, problem });
  });

  it("that can be two is refused with both", () => {
    expect(readDate("03/04/2026")).toEqual({
      ok: false,
      problem: "ambiguous",
      readings: ["2026-04-03", "2026-03-04"],
    });
  });

  it("is shown in the reader’s words", () => {
    expect(showDate("2026-03-02", "en")).toBe("March 2, 2026");
    expect(showDate("2026-03-02", "fr")).toBe("2 mars 2026");
    expect(showDate("2026-03-01", "fr")).toBe("1er mars 2026");
  });
});
