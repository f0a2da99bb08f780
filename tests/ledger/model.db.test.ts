import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { doneIn, enteredIn, expectSame, inOrder } from "./compare";
import { Model, type Operation } from "./model";
import { anyOperation, newPeople, newWorld, perform, registered } from "./operations";

/* One after the other: PostgreSQL enters what the model enters, refuses what it refuses, and holds the same. */

/** More than an account holds. */
const tooMuch: Operation = {
  kind: "hold",
  application: 0,
  draws: Array(3).fill({ certificate: 0, carats: 40_00, usd: 1_00 }),
};

it(
  "does what the model does, whatever is asked in whatever order",
  { timeout: 180_000 },
  async () => {
    const people = await newPeople();
    const counted = { done: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyOperation(2, 2), { minLength: 1, maxLength: 12 }),
        async (operations: Operation[]) => {
          const world = await newWorld(2, 2, people);
          const model = new Model(2, registered);
          const expected = new Map<string, unknown>();
          for (const operation of operations) {
            const id = randomUUID();
            const entries = model.apply(operation);
            const done = await perform(db(), world, id, operation);
            expect({ operation, done }).toEqual({ operation, done: entries !== null });
            if (entries) expected.set(id, inOrder(entries));
            counted[entries ? "done" : "refused"] += 1;
          }
          const entered = await enteredIn(world);
          for (const [id, entries] of expected) {
            expect(inOrder(entered.get(id) ?? [])).toEqual(entries);
          }
          expect([...entered.keys()].filter((id) => !expected.has(id))).toEqual([]);
          expect(await doneIn(world)).toEqual([...expected.keys()]);
          await expectSame(world, model);
        },
      ),
      { numRuns: 25, endOnFailure: true, examples: [[[tooMuch]]] },
    );
    // Both ways were gone.
    expect(counted.done).toBeGreaterThan(25);
    expect(counted.refused).toBeGreaterThan(0);
  },
);
