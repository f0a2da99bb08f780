import { randomInt } from "node:crypto";
import * as z from "zod";
import { readJson, writePrivateJson } from "@/scripts/private-file";

const schema = z.object({
  seed: z.number(),
  operations: z.number(),
  rounds: z.number(),
  done: z.number(),
  refused: z.number(),
  lost: z.number(),
  lostButDone: z.number(),
  cutAtServer: z.number(),
  cutAtClients: z.number(),
  looks: z.number(),
});
type Figures = z.infer<typeof schema>;

const perRound = 2000;
const progress = process.env["LEDGER_PROGRESS"];
const nothing = { done: 0, refused: 0, lost: 0, lostButDone: 0 };

function begin(operations: number): Figures {
  const before = progress ? schema.safeParse(readJson(progress)).data : undefined;
  if (before?.operations === operations && before.rounds * perRound < operations) return before;
  const seed = Number(process.env["LEDGER_SEED"] ?? randomInt(2 ** 30));
  return { seed, operations, rounds: 0, ...nothing, cutAtServer: 0, cutAtClients: 0, looks: 0 };
}

/** Sums up rounds of 2,000 operations. With LEDGER_PROGRESS, a file, they go on where they stopped. */
export function keepFigures(operations: number) {
  const figures = begin(operations);
  const say = () => {
    const { seed, rounds, done, refused, lost, lostButDone, cutAtServer, cutAtClients } = figures;
    process.stdout.write(
      `${rounds * perRound} of ${operations} operations (seed ${seed}): ${done} done, ${refused} refused, ` +
        `${lost} with an answer that was lost, ${lostButDone} of these done; connections cut ${cutAtServer} times ` +
        `at the server and ${cutAtClients} at the clients; all accounts looked at ${figures.looks} times\n`,
    );
  };
  return {
    figures,
    roundsLeft: Math.ceil(operations / perRound) - figures.rounds,
    nextRound: () => ({ count: perRound, seed: figures.seed + figures.rounds }),
    add: (round: Omit<Figures, "seed" | "operations" | "rounds">) => {
      figures.rounds += 1;
      for (const name of Object.keys(round) as (keyof typeof round)[]) figures[name] += round[name];
      if (progress) writePrivateJson(progress, figures);
      say();
    },
  };
}
