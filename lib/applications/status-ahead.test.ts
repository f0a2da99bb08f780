import { expect, it } from "vitest";
import { sideOfStep, stepAt, stepsAhead } from "@/lib/applications/status-ahead";
import { sideOf } from "@/lib/applications/status";
import { ApplicationStatus } from "@/prisma/generated/enums";

it.each([
  ["draft", "submit", ["review", "decide", "export", "report"]],
  ["submitted", "review", ["decide", "export", "report"]],
  ["in_review", "decide", ["export", "report"]],
  ["recommended", "decide", ["export", "report"]],
  ["returned", "submit", ["review", "decide", "export", "report"]],
  ["issued", "export", ["report"]],
  ["rejected", null, []],
  ["cancelled", null, []],
] as const)("of %s now: %s, then %j", (status, now, ahead) => {
  expect(stepAt(status)).toBe(now);
  expect(stepsAhead(status)).toEqual(ahead);
});

it("says that whoever the clock runs for acts", () => {
  for (const status of Object.values(ApplicationStatus)) {
    const step = stepAt(status);
    const side = sideOf(status);
    if (side && step) expect(sideOfStep(step), status).toBe(side);
  }
});
