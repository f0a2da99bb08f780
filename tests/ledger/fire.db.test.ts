import { expect, it } from "vitest";
import { burn } from "./fire";
import { keepFigures } from "./fire-figures";

/*
 * Two thousand operations on fifty accounts by sixty-four clients whose connections die.
 * `npm run test:long -- ledger` does twenty thousand.
 */

const operations = Number(process.env["LEDGER_OPERATIONS"] ?? 2000);

it(
  `loses no carat and no dollar in ${operations} operations while connections die`,
  { timeout: 120_000 + operations * 120 },
  async () => {
    const { figures, roundsLeft, nextRound, add } = keepFigures(operations);
    for (let left = roundsLeft; left > 0; left -= 1) {
      const { count, seed } = nextRound();
      add(await burn(count, seed));
    }
    // It was a fire: most was done all the same, some was refused, connections died in the middle of work.
    expect(figures.done).toBeGreaterThan(operations / 2);
    expect(figures.refused).toBeGreaterThan(operations / 100);
    expect(figures.lost).toBeGreaterThan(operations / 200);
    expect(figures.cutAtServer).toBeGreaterThan(operations / 100);
    expect(figures.cutAtClients).toBeGreaterThan(operations / 100);
    expect(figures.looks).toBeGreaterThan(operations / 200);
  },
);
