import type pg from "pg";
import { afterEach, expect, it } from "vitest";
import { askOf } from "@/lib/ask";
import { entryColumns } from "@/lib/audit/canonical";
import { batchLimit, sealBatch, SealerMemory } from "@/lib/audit/seal";
import { verify } from "@/lib/audit/verify";
import { addEntry, connect, headsNow, outside, sealOnce } from "./chain";

/* Whatever commits is sealed once and stays as it was, whoever else writes, rolls back or dies meanwhile. */

const app = () => connect(process.env["DATABASE_URL"]);
const open: pg.Client[] = [];
const opened = async () => {
  const client = await app();
  open.push(client);
  return client;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.end().catch(() => undefined)));
});

const sealedIn = async (client: pg.Client) =>
  (
    await client.query<{ id: string; batch: string }>(
      `SELECT "eventId"::text AS id, "batchId"::text AS batch FROM "AuditSeal" ORDER BY "eventId"`,
    )
  ).rows;
const settledId = async (client: pg.Client) =>
  BigInt(
    (
      await client.query<{ id: string }>(
        `SELECT "settledId"::text AS id FROM "AuditBatch" ORDER BY id DESC LIMIT 1`,
      )
    ).rows[0]?.id ?? 0,
  );

it("hashes every column that an entry has", async () => {
  const client = await opened();
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
      WHERE attrelid = '"Event"'::regclass AND attnum > 0 AND NOT attisdropped`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...entryColumns].sort());
});

it("takes an entry that commits late into the next batch, and holds the line below it until then", async () => {
  const [late, early, sealer] = [await opened(), await opened(), await opened()];
  const memory = new SealerMemory();
  await late.query("BEGIN");
  const lower = await addEntry(late);
  const higher = await addEntry(early);
  expect(await sealOnce(sealer, memory)).toBeGreaterThan(0);
  expect((await sealedIn(sealer)).at(-1)?.id).toBe(higher.toString());
  expect(await settledId(sealer)).toBeLessThan(lower);
  expect((await verify(askOf(sealer))).broken).toBeNull();
  await late.query("COMMIT");
  expect(await sealOnce(sealer, memory)).toBe(1);
  const sealed = await sealedIn(sealer);
  const batchOf = (id: bigint) => sealed.find((seal) => seal.id === id.toString())?.batch;
  expect(Number(batchOf(lower))).toBe(Number(batchOf(higher)) + 1);
  expect(await settledId(sealer)).toBe(higher);
  expect(await verify(askOf(sealer))).toMatchObject({ broken: null, unsealed: 0 });
});

it("seals each committed entry once under 16 writers that also roll back, though sealers compete and die", async () => {
  const committed = new Set<string>();
  let writing = true;
  const writers = Array.from({ length: 16 }, async (_, writer) => {
    const client = await opened();
    for (let turn = 0; turn < 25; turn += 1) {
      await client.query("BEGIN");
      const ids = [await addEntry(client, turn)];
      if (turn % 3 === 0) ids.push(await addEntry(client, turn));
      await client.query("SELECT pg_sleep($1)", [((writer * 7 + turn) % 9) / 1000]);
      const fails = (writer + turn) % 4 === 0;
      await client.query(fails ? "ROLLBACK" : "COMMIT");
      if (!fails) for (const id of ids) committed.add(id.toString());
    }
  });
  const sealers = [0, 1].map(async (sealer) => {
    let client = await opened();
    const memory = new SealerMemory();
    for (let turn = 0; writing; turn += 1) {
      if ((turn + sealer) % 5 === 0) {
        // Dies after its statements and before it commits.
        await client.query("BEGIN");
        await sealBatch(askOf(client), memory);
        await client.end();
        client = await opened();
      } else await sealOnce(client, memory);
    }
  });
  await Promise.all(writers);
  writing = false;
  await Promise.all(sealers);
  const client = await opened();
  const memory = new SealerMemory();
  for (let more: number | null = batchLimit; more !== 0;) more = await sealOnce(client, memory);

  const sealed = new Set((await sealedIn(client)).map(({ id }) => id));
  const { rows } = await client.query<{ id: string }>(`SELECT id::text AS id FROM "Event"`);
  expect(new Set(rows.map(({ id }) => id))).toEqual(sealed);
  for (const id of committed) expect(sealed.has(id), id).toBe(true);
  expect(committed.size).toBeGreaterThan(300);
  const heads = outside(await headsNow(client));
  expect(await verify(askOf(client), { heads })).toMatchObject({
    broken: null,
    unsealed: 0,
    entries: sealed.size,
  });
  expect((await headsNow(client)).length).toBeGreaterThan(3);
});

it("lets the portal's role add no batch that does not go on from the last one", async () => {
  const client = await opened();
  await addEntry(client);
  await sealOnce(client);
  const copy = (id: string, previous: string) =>
    client.query(
      `INSERT INTO "AuditBatch" SELECT ${id}, "firstEventId", "lastEventId", entries, total + entries, "settledId",
              "rowsHash", ${previous}, head, "sealedAt" FROM "AuditBatch" ORDER BY id DESC LIMIT 1`,
    );
  for (const [id, previous] of [
    ["id + 2", "head"],
    ["id", "head"],
    ["id + 1", '"previousHead"'],
  ] as const) {
    await expect(copy(id, previous)).rejects.toMatchObject({ constraint: "AuditBatch_goes_on" });
  }
});
