import { sum } from "./testing/counts";
import { longSuites } from "./testing/long-suites";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs a suite that takes too long for `npm test`, or lists them. */
export async function testLong(name: string | undefined): Promise<void> {
  const suite = longSuites.get(name ?? "");
  if (!suite) {
    const names = [...longSuites.keys()].join(", ");
    say(
      names
        ? `Suites: ${names}. Run one with npm run test:long -- <suite>.`
        : "There are no long suites.",
    );
    process.exit(name === undefined ? 0 : 2);
  }
  const { passed, failed } = sum([await suite()]);
  say(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
