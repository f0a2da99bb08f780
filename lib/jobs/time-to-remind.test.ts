import { expect, it } from "vitest";
import { dueBefore } from "./time-to-remind";

const ends = (today: string, toldOn: string | null = null) =>
  dueBefore([14, 3], { today, endsOn: "2026-11-20", toldOn });

it.each([
  ["2026-11-05", null],
  ["2026-11-06", 14],
  ["2026-11-16", 14],
  ["2026-11-17", 3],
  ["2026-11-20", 3],
  ["2026-11-21", null],
])("on %s it is time to speak of what ends on November 20: %s", (today, expected) => {
  expect(ends(today)).toBe(expected);
});

it("says nothing that people heard on that day or later", () => {
  expect(ends("2026-11-08", "2026-11-05")).toBe(14);
  expect(ends("2026-11-08", "2026-11-06")).toBeNull();
  expect(ends("2026-11-18", "2026-11-10")).toBe(3);
  expect(ends("2026-11-18", "2026-11-18")).toBeNull();
});
