import { randomUUID } from "node:crypto";
import { setTimeout as passing } from "node:timers/promises";
import fc from "fast-check";
import { expect } from "vitest";
import { asSuperuser, cutConnections, newClient, type Client } from "./clients";
import { doneIn, enteredIn, expectSame, inOrder, wrongAccounts } from "./compare";
import { Model, type Operation } from "./model";
import { anyOperation, newPeople, newWorld, perform, registered, type World } from "./operations";

/*
 * Many clients at once, each on its own connection, while connections die. What each was told is kept as
 * a history, and the history is held against what the ledger says afterwards.
 */

const accounts = 50;
const applications = 80;
const clients = 64;

/** `lost`: the connection died or time ran out, so whether it was done only the ledger knows. */
type Told = "done" | "refused" | "lost";
interface Asked {
  readonly id: string;
  readonly operation: Operation;
  told: Told;
}

/** So many operations, drawn by the seed, asked by 64 clients; gives back what came of it. */
export async function burn(count: number, seed: number) {
  const world = await newWorld(accounts, applications, await newPeople());
  const history: Asked[] = fc
    .sample(anyOperation(accounts, applications), { seed, numRuns: count })
    .map((operation) => ({ id: randomUUID(), operation, told: "lost" }));
  const people = Array.from({ length: clients }, newClient);
  let stop = false;
  let done = 0;
  const stopped = () => stop;
  const watching = watch(stopped);
  const cutting = cutConnections(people, { stopped, done: () => done });
  try {
    const queue = [...history];
    await Promise.all(
      people.map(async (client) => {
        for (let asked = queue.shift(); asked; asked = queue.shift()) {
          asked.told = await ask(client, world, asked);
          done += 1;
        }
      }),
    );
  } finally {
    stop = true;
  }
  const [looks, cut] = await Promise.all([watching, cutting]);
  await Promise.all(people.map((client) => client.end()));
  await expectNobodyWaits();
  const lostButDone = await expectHistoryHolds(world, history);
  const told = (what: Told) => history.filter((asked) => asked.told === what).length;
  return {
    done: told("done"),
    refused: told("refused"),
    lost: told("lost"),
    lostButDone,
    cutAtServer: cut.atServer,
    cutAtClients: cut.atClients,
    looks,
  };
}

async function ask({ prisma }: Client, world: World, { id, operation }: Asked): Promise<Told> {
  try {
    return (await perform(prisma, world, id, operation)) ? "done" : "refused";
  } catch {
    return "lost";
  }
}

/** Looks at every account again and again, each time at one moment of all of them. */
function watch(stopped: () => boolean): Promise<number> {
  return asSuperuser(async (superuser) => {
    let looks = 0;
    while (!stopped()) {
      const { rows } = await superuser.query(wrongAccounts);
      expect(rows, "accounts that are wrong while everybody writes").toEqual([]);
      looks += 1;
      await passing(20);
    }
    return looks;
  });
}

/** Everybody has gone: nothing holds a lock or waits for one, and no two ever waited for each other. */
async function expectNobodyWaits(): Promise<void> {
  await asSuperuser(async (superuser) => {
    await expect
      .poll(
        async () => {
          const { rows } = await superuser.query<{ state: string; query: string }>(
            `SELECT state, query FROM pg_stat_activity
              WHERE datname = current_database() AND usename = 'kp_app' AND state <> 'idle'`,
          );
          return rows;
        },
        { timeout: 15_000 },
      )
      .toEqual([]);
    const waiting = await superuser.query("SELECT 1 FROM pg_locks WHERE NOT granted");
    expect(waiting.rowCount).toBe(0);
    const { rows } = await superuser.query<{ deadlocks: string }>(
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
    );
    expect(rows).toEqual([{ deadlocks: "0" }]);
  });
}

/**
 * What was told is true: done once, or not at all; and the ledger is what the model comes to that does the
 * same operations one after the other, in the order in which they saw each other.
 */
async function expectHistoryHolds(world: World, history: readonly Asked[]): Promise<number> {
  const [order, entered] = [await doneIn(world), await enteredIn(world)];
  const times = new Map<string, number>();
  for (const id of order) times.set(id, (times.get(id) ?? 0) + 1);
  expect(
    [...times.values()].filter((count) => count > 1),
    "done more than once",
  ).toEqual([]);
  const wrongly = history.filter(({ id, told }) =>
    told === "done" ? !times.has(id) : told === "refused" && times.has(id),
  );
  expect(wrongly, "told otherwise than it was").toEqual([]);

  const asked = new Map(history.map((each) => [each.id, each.operation]));
  expect(
    [...entered.keys()].filter((id) => !times.has(id)),
    "entries of nobody",
  ).toEqual([]);
  const model = new Model(accounts, registered);
  for (const id of order) {
    const operation = asked.get(id);
    if (!operation) throw new Error(`nobody asked for ${id}`);
    const entries = model.apply(operation);
    expect({ operation, entries: entries && inOrder(entries) }).toEqual({
      operation,
      entries: inOrder(entered.get(id) ?? []),
    });
  }
  await expectSame(world, model);
  return history.filter(({ id, told }) => told === "lost" && times.has(id)).length;
}
