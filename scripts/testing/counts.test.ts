import { describe, expect, it } from "vitest";
import { playwrightCounts, sum, vitestCounts } from "./counts";

const ofVitest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numFailedTestSuites: 0,
  success: false,
  testResults: [],
};

describe("counts", () => {
  it("add up", () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3, named: ["failed: a"] },
      ]),
    ).toEqual({ passed: 3, failed: 3, named: ["failed: a"] });
  });

  it("come from vitest's report, with what failed and why", () => {
    const report = {
      ...ofVitest,
      numFailedTests: 1,
      numFailedTestSuites: 2,
      testResults: [
        {
          name: "lib/a.test.ts",
          status: "failed",
          assertionResults: [
            { fullName: "a works", status: "passed" },
            { fullName: "a is quick", status: "failed", failureMessages: ["2 s\n\n  at a.ts:1"] },
          ],
        },
      ],
    };
    expect(vitestCounts(report)).toEqual({
      passed: 5,
      failed: 1,
      named: ["failed: lib/a.test.ts › a is quick\n    2 s\n      at a.ts:1"],
    });
  });

  it("hold a failure when a test file could not be loaded", () => {
    const report = {
      ...ofVitest,
      numFailedTestSuites: 1,
      testResults: [{ name: "lib/a.test.ts", status: "failed", assertionResults: [] }],
    };
    expect(vitestCounts(report)).toEqual({
      passed: 5,
      failed: 1,
      named: ["could not be loaded: lib/a.test.ts"],
    });
  });

  it("hold a failure when vitest failed for another reason", () => {
    expect(vitestCounts(ofVitest)).toMatchObject({ passed: 5, failed: 1 });
  });

  it("come from Playwright's report, in which flaky is failed, with what failed and why", () => {
    const report = {
      stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [],
      suites: [
        {
          title: "a.spec.ts",
          specs: [
            {
              title: "opens",
              tests: [
                {
                  status: "unexpected",
                  results: [{ errors: [{ message: "\u001b[31mnot open\u001b[39m" }] }],
                },
              ],
            },
          ],
          suites: [
            {
              title: "in fr",
              specs: [
                { title: "closes", tests: [{ status: "flaky" }] },
                { title: "stays", tests: [{ status: "expected" }] },
              ],
            },
          ],
        },
      ],
    };
    expect(playwrightCounts(report)).toEqual({
      passed: 7,
      failed: 2,
      named: [
        "failed: a.spec.ts › opens\n    not open",
        "passed only when repeated: a.spec.ts › in fr › closes",
      ],
    });
  });
});
