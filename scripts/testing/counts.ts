import { z } from "zod";

export type Counts = {
  readonly passed: number;
  readonly failed: number;
  /** What failed, by name: for whoever reads no more than the end. */
  readonly named?: readonly string[];
};

export const sum = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  named: all.flatMap(({ named = [] }) => named),
});

const vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
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
        ? tests.map(({ fullName }) => `failed: ${name} › ${fullName}`)
        : [`could not be loaded: ${name}`];
    });
  return { passed: numPassedTests, failed: success ? failed : Math.max(failed, 1), named };
}

interface Suite {
  readonly title: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(
      z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) }),
    ),
    suites: z.array(suite).optional(),
  }),
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
  ...specs.flatMap((spec) =>
    spec.tests.flatMap(({ status }) =>
      outcomes[status] ? [`${outcomes[status]}: ${title} › ${spec.title}`] : [],
    ),
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
