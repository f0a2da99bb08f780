import { randomInt } from "node:crypto";
import fc from "fast-check";
import * as z from "zod";
import { readJson, writePrivateJson } from "@/scripts/private-file";

const schema = z.object({
  seed: z.number(),
  rounds: z.number(),
  killed: z.object({ portal: z.number(), browser: z.number() }),
  /** Edits that the page was told are saved. */
  acknowledged: z.number(),
  /** Edits that were saved while their answer was lost: the reader is asked between two of their own. */
  ownClashes: z.number(),
  lost: z.array(z.string()),
});
type Figures = z.infer<typeof schema>;

const progress = process.env["AUTOSAVE_PROGRESS"];
const done = ({ killed }: Figures) => killed.portal + killed.browser;

function begin(rounds: number): Figures {
  const before = progress ? schema.safeParse(readJson(progress)).data : undefined;
  if (before?.rounds === rounds && done(before) < rounds) return before;
  const seed = Number(process.env["AUTOSAVE_SEED"] ?? randomInt(2 ** 31));
  return {
    seed,
    rounds,
    killed: { portal: 0, browser: 0 },
    acknowledged: 0,
    ownClashes: 0,
    lost: [],
  };
}

/** Who dies in each round, half of the rounds each, and after how many milliseconds of typing. */
function planOf({ seed, rounds }: Figures) {
  const victims = Array.from({ length: rounds }, (_, i) =>
    i % 2 ? ("browser" as const) : ("portal" as const),
  );
  const all = { minLength: rounds, maxLength: rounds };
  const [plan] = fc.sample(
    fc.record({
      victims: fc.shuffledSubarray(victims, all),
      after: fc.array(fc.noBias(fc.integer({ min: 150, max: 2000 })), all),
    }),
    { seed, numRuns: 1 },
  );
  return victims.map((victim, i) => ({
    victim: plan?.victims[i] ?? victim,
    after: plan?.after[i] ?? 0,
  }));
}

/**
 * What came of the rounds, and those that are still to be walked. With AUTOSAVE_PROGRESS, a file, they go
 * on where they stopped.
 */
export function keepFigures(rounds: number) {
  const figures = begin(rounds);
  const say = () => {
    const { seed, killed, acknowledged, ownClashes, lost } = figures;
    process.stdout.write(
      `${done(figures)} of ${rounds} rounds (seed ${seed}): killed the portal ${killed.portal} and the browser ${killed.browser} times; ` +
        `${acknowledged} edits acknowledged, ${lost.length} of them lost; ${ownClashes} times asked between two edits of one's own\n`,
    );
  };
  say();
  return {
    figures,
    plan: planOf(figures).slice(done(figures)),
    keep() {
      if (progress) writePrivateJson(progress, figures);
      if (done(figures) % 10 === 0) say();
    },
  };
}
