import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take twenty seconds and more on two cores, longest first: a new machine cannot know. */
export const longest = [
  "tests/authorization/functions-of-certificates.db.test.ts",
  "tests/authorization/functions-of-others.db.test.ts",
  "tests/certificates/issue-fire.db.test.ts",
  "tests/certificates/life-crash.db.test.ts",
  "app/[locale]/(exporter)/applications/[applicationId]/generated-en.db.test.ts",
  "app/[locale]/(exporter)/applications/[applicationId]/generated-fr.db.test.ts",
  "lib/reviews/pairs.db.test.ts",
  "app/[locale]/(exporter)/applications/[applicationId]/scenarios.db.test.ts",
  "tests/four-eyes/four-eyes.db.test.ts",
  "tests/ledger/fire.db.test.ts",
  "tests/reminders-month.db.test.ts",
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.indexOf(path.relative(process.cwd(), moduleId));
  return place < 0 ? longest.length : place;
};
const byPlace = (a: TestSpecification, b: TestSpecification) => placeOf(a) - placeOf(b);

/** Deals the longest files out to the shards and begins each with its own: at the end no core waits for one of them. */
export class LongestFirst extends BaseSequencer {
  override shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index = 1, count = 1 } = this.ctx.config.shard ?? {};
    const dealt = files
      .toSorted((a, b) => byPlace(a, b) || (a.moduleId < b.moduleId ? -1 : 1))
      .filter((_, place) => place % count === index - 1);
    return Promise.resolve(dealt);
  }

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort(byPlace);
  }
}
