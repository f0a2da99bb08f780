import { randomBytes } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askOf } from "@/lib/ask";
import { db, rollBack, transaction } from "@/lib/db";
import { connect } from "@/tests/audit/chain";
import { append } from "./append";
import { entryLine } from "./entry";
import { leafHash, planConsistency, planInclusion, sameHash } from "./merkle";
import { readHead, readProofHashes, readSize } from "./read-tree";
import { goesOn, includes } from "./verify-proof";

/* The log on a real database: whoever comes at once, and whatever is rolled back, it has no hole and no fork. */

let app: pg.Client;
let owner: pg.Client;
beforeAll(async () => {
  app = await connect(process.env["DATABASE_URL"]);
  owner = await connect(process.env["DATABASE_OWNER_URL"]);
});
afterAll(async () => {
  await app.end();
  await owner.end();
});

const hash = () => randomBytes(32);
const places = async () =>
  (await db().logEntry.findMany({ orderBy: { index: "asc" } })).map(({ index }) => Number(index));

it("numbers entries from nothing, and gives an entry that is there its place again", async () => {
  const seal = hash();
  const first = await transaction((tx) => append(tx, { t: "issued", seal }));
  const second = await transaction((tx) => append(tx, { t: "document", seal, pdf: hash() }));
  const again = await transaction((tx) => append(tx, { t: "issued", seal }));
  expect([first, second, again]).toEqual([0, 1, 0]);
  expect(await places()).toEqual([0, 1]);
});

it("has no hole and no fork, whoever comes at once and whatever is rolled back", async () => {
  const before = await readSize(askOf(app));
  const seals = Array.from({ length: 120 }, hash);
  const outcomes = await Promise.all(
    seals.map((seal, n) =>
      transaction<number | null>(async (tx) => {
        const index = await append(tx, { t: "issued", seal });
        if (n % 5 === 0) await append(tx, { t: "replaced", seal: hash() });
        if (n % 3 === 0) rollBack(null);
        return index;
      }),
    ),
  );
  const kept = outcomes.filter((index) => index !== null);
  expect(kept).toHaveLength(80);
  expect(new Set(kept).size).toBe(80);
  const size = await readSize(askOf(app));
  expect(size).toBe(before + 80 + 16);
  expect(await places()).toEqual(Array.from({ length: size }, (_, i) => i));
  for (const [n, index] of outcomes.entries()) {
    const row = index === null ? null : await db().logEntry.findUnique({ where: { index } });
    if (row) expect(row.entry).toBe(entryLine({ t: "issued", seal: seals[n] ?? Buffer.of() }));
  }
});

it("proves each of its entries, and each of its sizes from those before, out of the stored hashes", async () => {
  const ask = askOf(app);
  const size = await readSize(ask);
  const newer = await readHead(ask, size);
  for (const { index, entry } of await db().logEntry.findMany()) {
    const proof = await readProofHashes(ask, planInclusion(Number(index), size));
    const leaf = leafHash(Buffer.from(entry));
    expect(includes({ leaf, index: Number(index), ...newer, proof })).toBe(true);
  }
  for (let older = 0; older <= size; older += 1) {
    const proof = await readProofHashes(ask, planConsistency(older, size));
    expect(goesOn({ older: await readHead(ask, older), newer, proof })).toBe(true);
  }
  expect(sameHash((await readHead(ask, 0)).root, newer.root)).toBe(false);
});

it.each([
  '{"t":"issued","number":"CA00000042"}',
  `{"t":"issued","seal":"${hash().toString("base64")}","on":"2026-12-03"}`,
  `{"t":"issued","seal":"${hash().toString("hex")}"}`,
  `{"t":"audit","seal":"${hash().toString("base64")}"}`,
  `{"t":"issued","seal":"${hash().toString("base64")}"}\n`,
  "",
])("takes no line but of hashes: %s", async (line) => {
  const size = await readSize(askOf(app));
  await expect(app.query("SELECT append_to_log($1)", [line])).rejects.toMatchObject({
    code: expect.stringMatching(/^235/) as string,
  });
  expect(await readSize(askOf(app))).toBe(size);
});

it("is added to in no other way, and is not changed by the owner either", async () => {
  const refused = (client: pg.Client, statement: string) =>
    expect(client.query(statement), statement).rejects.toMatchObject({ code: "42501" });
  await refused(app, `INSERT INTO "LogEntry" SELECT 1000, entry, subject FROM "LogEntry" LIMIT 1`);
  await refused(app, `INSERT INTO "LogNode" SELECT 40, 0, hash FROM "LogNode" LIMIT 1`);
  for (const client of [app, owner]) {
    await refused(client, `UPDATE "LogEntry" SET subject = entry::bytea`);
    await refused(client, `DELETE FROM "LogEntry"`);
    await refused(client, `TRUNCATE "LogEntry"`);
    await refused(client, `UPDATE "LogNode" SET hash = sha256(hash)`);
    await refused(client, `DELETE FROM "LogNode"`);
  }
});
