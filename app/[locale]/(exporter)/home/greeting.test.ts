import { expect, it } from "vitest";
import { greetingAt } from "./greeting";

it.each([
  ["2026-11-25T11:59-05:00", "morning"],
  ["2026-11-25T12:00-05:00", "afternoon"],
  ["2026-11-25T17:59-05:00", "afternoon"],
  ["2026-11-25T18:00-05:00", "evening"],
  ["2026-11-25T00:30-05:00", "evening"],
  ["2026-07-01T04:00-04:00", "morning"],
])("at %s it is %s", (instant, greeting) => {
  expect(greetingAt(new Date(instant))).toBe(greeting);
});
