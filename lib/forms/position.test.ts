import { expect, test } from "vitest";
import { pointOf, readPosition } from "./position";

const half = ["64° 30", "110° 18"];
const shown = (typed: string) => {
  const reading = readPosition(typed);
  if (!reading.ok) return reading.problem;
  return [reading.latitude, reading.longitude].map((d) => `${d.degrees}° ${d.minutes}`);
};

test.each([
  ["64.5°N 110.3°W", half],
  ["64,5° N 110,3° O", half],
  ["64.5, -110.3", half],
  ["64.5,-110.3", half],
  ["64,5; -110,3", half],
  ["64,5 110,3", half],
  ["64,110", ["64° 0", "110° 0"]],
  ["64 30 N, 110 18 W", half],
  ["64 30,110 18", half],
  ["64°30'N 110°18'W", half],
  ["64° 30′ N, 110° 18′ O", half],
  ["N 64° 30.000' W 110° 18.000'", half],
  ["110.3W 64.5N", half],
  ["W110.3 N64.5", half],
  ["64 30 00 N 110 18 00 W", half],
  ["64 30 110 18", half],
  [`64°29'46"N 110°16'24"W`, ["64° 29.7667", "110° 16.4"]],
  ["Lat: 64.5 Long: -110.3", half],
  ["latitude 64,5 nord, longitude 110,3 ouest", half],
  ["53° 14.5′ N, 104° 48.25′ W", ["53° 14.5", "104° 48.25"]],
  ["53.999999999N 104W", ["54° 0", "104° 0"]],
  ["90N 180W", ["90° 0", "180° 0"]],
])("%s is read", (typed, expected) => {
  expect(shown(typed)).toEqual(expected);
});

test.each(["64.5S 110.3W", "-64.5, -110.3", "64.5N 110.3E", "64,5 N 110,3 est", "64.5N -110.3E"])(
  "%s is south or east, or both at once",
  (typed) => {
    expect(shown(typed)).toBe("elsewhere");
  },
);

test.each([
  "",
  "Yellowknife",
  "64.5",
  "64.5N",
  "64 30 110",
  "64 60 N 110 18 W",
  "64.5 30 N 110 18 W",
  "91N 110W",
  "64N 181W",
  "64 N 65 N",
  "64 -30 N 110 18 W",
  "1 2 3 4 N 110 W",
  "64 30 N 110 18 W 5",
  "12W 123456 7123456",
])("%s is no position", (typed) => {
  expect(shown(typed)).toBe("unreadable");
});

test("a point needs both, with minutes below 60", () => {
  const [latitude, longitude] = [
    { degrees: "64", minutes: "30" },
    { degrees: "110", minutes: "18" },
  ];
  expect(pointOf(latitude, longitude)).toEqual({ north: 64.5, west: 110.3 });
  expect(pointOf(latitude, {})).toBeNull();
  expect(pointOf(latitude, { degrees: "110", minutes: "61" })).toBeNull();
  expect(pointOf({ degrees: "99", minutes: "0" }, longitude)).toBeNull();
});
