import { browserTests } from "./testing/browser";
import { type Counts, sum } from "./testing/counts";
import { pieces } from "./testing/pieces";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs a piece, says how long it took, and turns a fault of the machinery into a failure. */
async function timed(name: string, piece: () => Promise<Counts>): Promise<Counts> {
  say(`\n── ${name} ──`);
  const began = Date.now();
  const counts = await piece().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1, named: [`did not run to its end: ${name}`] };
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(`── ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s ──`);
  return counts;
}

/** `npm test`: all pieces, or the one named; `npm test e2e …`: browser tests chosen by hand. */
export async function test([name, ...rest]: readonly string[]): Promise<void> {
  const results: Counts[] = [];
  if (name === undefined) {
    for (const [each, piece] of pieces) results.push(await timed(each, piece));
  } else if (name === "e2e") {
    results.push(await timed("e2e", () => browserTests("e2e", rest)));
  } else {
    const piece = pieces.get(name);
    if (!piece || rest.length > 0) {
      say(`Pieces: ${[...pieces.keys()].join(", ")}. \`npm test\` runs them all.`);
      process.exit(2);
    }
    results.push(await timed(name, piece));
  }
  const { passed, failed, named = [] } = sum(results);
  say(["", ...named, `${passed} passed, ${failed} failed`].join("\n"));
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
