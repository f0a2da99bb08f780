import { describe, expect, it } from "vitest";
import { playwrightCounts, sum, vitestCounts } from "./counts";

describe("counts", () => {
  it("add up", () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });

  it("come from vitest's report", () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numFailedTestSuites: 2, success: false };
    expect(vitestCounts(report)).toEqual({ passed: 5, failed: 1 });
  });

  it("hold a failure when a test file could not be loaded", () => {
    const report = { numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 1, success: false };
    expect(vitestCounts(report)).toEqual({ passed: 5, failed: 1 });
  });

  it("hold a failure when vitest failed for another reason", () => {
    const report = { numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 0, success: false };
    expect(vitestCounts(report)).toEqual({ passed: 5, failed: 1 });
  });

  it("come from Playwright's report, in which flaky is failed", () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] };
    expect(playwrightCounts(report)).toEqual({ passed: 7, failed: 2 });
  });
});
