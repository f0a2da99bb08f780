import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askOf } from "@/lib/ask";
import { verify } from "@/lib/audit/verify";
import type { HeadLine } from "@/lib/audit/verify-heads";
import { connect, headsNow, makeChain, outside } from "./chain";
import { mutations } from "./mutate";
import { seeded } from "./seeded";

/*
 * 1,000 times somebody who owns the database, and has turned off every trigger and constraint, changes
 * something of a sealed chain; each time it is found, with the heads that are kept outside.
 */

let owner: pg.Client;
let heads: HeadLine[];

beforeAll(async () => {
  owner = await connect(process.env["TEST_SUPERUSER_URL"]);
  await makeChain(owner, 22);
  heads = await headsNow(owner);
  await owner.query("SET session_replication_role = replica");
  const { rows } = await owner.query<{ drop: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', conrelid::regclass, conname) AS drop
       FROM pg_constraint
      WHERE contype <> 'n' AND conrelid IN ('"AuditBatch"'::regclass, '"AuditSeal"'::regclass, '"Event"'::regclass)`,
  );
  for (const { drop } of rows) await owner.query(drop);
  await owner.query('DROP INDEX IF EXISTS "AuditSeal_batchId_position_key"');
  for (const [table, columns] of [
    ["AuditSeal", '"batchId", position'],
    ["AuditSeal", '"eventId"'],
    ["Event", "id"],
    ["AuditBatch", "id"],
  ]) {
    await owner.query(`CREATE INDEX ON "${table}" (${columns})`);
  }
});
afterAll(() => owner.end());

const check = () => verify(askOf(owner), { heads: outside(heads) });

it("the chain is whole before, and after every change was taken back", async () => {
  const found = await check();
  expect(found).toMatchObject({ broken: null, batches: 22, unsealed: 0 });
  expect(found.entries).toBeGreaterThan(90);
  expect(found.outside).toMatchObject({ compared: 22, unreadable: 0 });
});

it("finds each of 1,000 changes of what was sealed", { timeout: 120_000 }, async () => {
  const names = Object.keys(mutations) as (keyof typeof mutations)[];
  const missed: string[] = [];
  const found: Record<string, number> = {};
  const random = seeded(20261126);
  for (let n = 0; n < 1_000; n += 1) {
    const name = names[n % names.length] ?? "alterEntry";
    await owner.query("BEGIN");
    const what = await mutations[name](owner, random);
    const { broken } = await check();
    await owner.query("ROLLBACK");
    if (broken === null) missed.push(`${n} ${name}: ${what}`);
    else found[broken.what] = (found[broken.what] ?? 0) + 1;
  }
  expect(missed).toEqual([]);
  // Each way of being found was used, so that none of them is decoration.
  expect(Object.keys(found).sort()).toEqual([
    "batchChanged",
    "batchMissing",
    "chainBroken",
    "entryAdded",
    "entryChanged",
    "entryMissing",
    "headDiffers",
    "headWithoutBatch",
    "sealMissing",
    "sealOfNothing",
  ]);
  expect((await check()).broken).toBeNull();
});

it("cannot tell a chain that was made anew without the heads outside", async () => {
  await owner.query("BEGIN");
  await mutations.rewrite(owner, seeded(7));
  expect((await verify(askOf(owner))).broken).toBeNull();
  expect((await check()).broken).toMatchObject({ what: "headDiffers" });
  await owner.query("ROLLBACK");
});

it("names the first entry that is wrong", async () => {
  await owner.query("BEGIN");
  const { rows } = await owner.query<{ id: string; batch: string }>(
    `SELECT "eventId"::text AS id, "batchId"::text AS batch FROM "AuditSeal" WHERE "batchId" > 9
      ORDER BY "batchId", position OFFSET 3 LIMIT 1`,
  );
  const [{ id, batch } = { id: "", batch: "" }] = rows;
  await owner.query(
    `UPDATE "Event" SET data = data || '{"n": 1}' WHERE id = $1 AND data->>'n' <> '1'`,
    [id],
  );
  expect((await check()).broken).toEqual({ what: "entryChanged", batch, entry: id });
  await owner.query("ROLLBACK");
});
