import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

export type Counts = {
  readonly passed: number;
  readonly failed: number;
  /** What failed, by name, and why: for whoever reads no more than the end. */
  readonly named?: readonly string[];
};

export const sum = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  named: all.flatMap(({ named = [] }) => named),
});

/** The beginning of what a runner says of a failure, set in under its name. */
const why = (message = "") =>
  stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 16)
    .map((line) => `\n    ${line.slice(0, 300)}`)
    .join("");

const vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
});

/** What vitest's JSON reporter counted. A file that cannot even be loaded counts as one failure. */
export function vitestCounts(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numFailedTestSuites, success, testResults } =
    vitest.parse(report);
  const failed = numFailedTests > 0 ? numFailedTests : numFailedTestSuites;
  const named = testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === "failed");
      return tests.length > 0
        ? tests.map(
            ({ fullName, failureMessages }) =>
              `failed: ${name} › ${fullName}${why(failureMessages?.[0])}`,
          )
        : [`could not be loaded: ${name}`];
    });
  return { passed: numPassedTests, failed: success ? failed : Math.max(failed, 1), named };
}

const spec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z
        .array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) }))
        .optional(),
    }),
  ),
});

interface Suite {
  readonly title: string;
  readonly specs: readonly z.infer<typeof spec>[];
  readonly suites?: readonly Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ title: z.string(), specs: z.array(spec), suites: z.array(suite).optional() }),
);

const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
  suites: z.array(suite),
});

const outcomes: Readonly<Record<string, string>> = {
  unexpected: "failed",
  flaky: "passed only when repeated",
};

const namesIn = ({ title, specs, suites = [] }: Suite): readonly string[] => [
  ...specs.flatMap((each) =>
    each.tests.flatMap(({ status, results = [] }) => {
      const message = results.flatMap(({ errors }) => errors)[0]?.message;
      return outcomes[status]
        ? [`${outcomes[status]}: ${title} › ${each.title}${why(message)}`]
        : [];
    }),
  ),
  ...suites.flatMap((inner) => namesIn({ ...inner, title: `${title} › ${inner.title}` })),
];

/** What Playwright's JSON reporter counted. A test that passed only when repeated has failed. */
export function playwrightCounts(report: unknown): Counts {
  const { stats, errors, suites } = playwright.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    named: suites.flatMap(namesIn),
  };
}
