import { afterEach, expect, it } from "vitest";
import { dateInOttawa, isoDate, now, setClock, todayInOttawa } from "./clock";

afterEach(() => setClock(null));

it.each([
  ["2026-11-23T04:59:59Z", "2026-11-22"],
  ["2026-11-23T05:00:00Z", "2026-11-23"],
  ["2026-07-01T03:59:59Z", "2026-06-30"],
  ["2026-07-01T04:00:00Z", "2026-07-01"],
  ["2027-01-01T04:59:59Z", "2026-12-31"],
])("at %s it is %s in Ottawa", (instant, day) => {
  expect(dateInOttawa(new Date(instant))).toBe(day);
  setClock(new Date(instant));
  expect(todayInOttawa()).toBe(day);
});

it("gives the real time back", () => {
  setClock(new Date(0));
  expect(now().getTime()).toBe(0);
  setClock(null);
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
  expect(isoDate(new Date("2026-11-23"))).toBe("2026-11-23");
});
