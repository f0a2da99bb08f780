import { describe, expect, it } from "vitest";
import { givenUp, OUTCOME_UNKNOWN, waitBefore } from "@/lib/mail/retry";

describe("the wait before another attempt", () => {
  it("doubles, ends at five minutes and leaves half to chance", () => {
    expect(waitBefore(1, 0, 1)).toBe(2000);
    expect(waitBefore(1, 0, 0)).toBe(1000);
    expect(waitBefore(4, 0, 1)).toBe(16_000);
    expect(waitBefore(40, 0, 1)).toBe(300_000);
  });
  it("is never shorter than the provider asks", () => {
    expect(waitBefore(1, 60_000, 0)).toBe(60_000);
  });
});

describe("giving up", () => {
  const createdAt = new Date("2026-11-20T12:00:00Z");
  const after = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000);

  it.each([
    ["never tried, 71 hours", null, 71, null],
    ["never tried, 72 hours", null, 72, "tooOld"],
    ["refused for now, 30 hours", "rate_limit_exceeded", 30, null],
    ["in doubt, 22 hours", OUTCOME_UNKNOWN, 22, null],
    [
      "in doubt, 23 hours: a second send might be a second delivery",
      OUTCOME_UNKNOWN,
      23,
      "outcomeUnknown",
    ],
  ])("%s", (_what, problem, hours, expected) => {
    expect(givenUp({ createdAt, problem }, after(hours))).toBe(expected);
  });
});
