import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { askOf } from "@/lib/ask";
import { appendThrough } from "@/lib/transparency/append";
import { signCheckpoint } from "@/lib/transparency/checkpoint";
import { fileNoteSigner } from "@/lib/transparency/file-signer";
import { readHead, readSize } from "@/lib/transparency/read-tree";
import { verifierKey, type NoteSigner } from "@/lib/transparency/signed-note";
import { connect, makeChain } from "@/tests/audit/chain";
import { monitorLog } from "./monitor-log";

/*
 * Somebody who owns the database changes what they like, triggers off. The monitor names the first row that
 * is wrong; each change is rolled back by hand, and the log is whole again after it.
 */

let root: pg.Client;
let folder: string;
let signer: NoteSigner;
let said = "";
const mails = () => path.join(folder, "mails.txt");
const run = (...args: string[]) =>
  monitorLog(args, folder, {
    DATABASE_URL: process.env["DATABASE_URL"],
    DATABASE_OWNER_URL: process.env["DATABASE_OWNER_URL"],
    LOG_KEY_FILE: path.join(folder, "key.pem"),
    LOG_ORIGIN: "permits.example.ca/log",
  });

const newKey = () =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
const checkpointAt = async (size: number) =>
  signCheckpoint(await readHead(askOf(root), size), signer);
const grow = async (count: number) => {
  for (let n = 0; n < count; n += 1)
    await appendThrough(askOf(root), { t: "issued", seal: randomBytes(32) });
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "log-"));
  await writeFile(path.join(folder, "key.pem"), newKey());
  signer = fileNoteSigner(path.join(folder, "key.pem"), "permits.example.ca/log");
  root = await connect(process.env["TEST_SUPERUSER_URL"]);
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  await grow(5);
  await makeChain(root, 4);
  await grow(14);
  const notes = [await checkpointAt(0), await checkpointAt(9), await checkpointAt(21)];
  await writeFile(mails(), `From: the portal\n\n${notes.join("\nAnother mail\n\n")}\nBye\n`);
  await root.query("SET session_replication_role = replica");
});
afterAll(async () => {
  vi.restoreAllMocks();
  await root.end();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  said = "";
});

it("finds an untouched log whole, and says what no mailed checkpoint bears out", async () => {
  expect(await readSize(askOf(root))).toBe(23);
  expect(await run()).toBe(2);
  expect(said).toContain("Whole.");
  expect(said).toContain("no mailed checkpoint was given");
  said = "";
  expect(await run(mails())).toBe(0);
  expect(said).toContain("Mailed checkpoints: 3 of 3 borne out, up to 21 entries.");
  expect(said).toContain("Could not be checked: entries from 21 on.");
  said = "";
  expect(await run("--key", verifierKey(signer), mails())).toBe(0);
});

const other = `{"t":"issued","seal":"${randomBytes(32).toString("base64")}"}`;
const rehash = (index: number) =>
  `UPDATE "LogEntry" SET subject = decode(substring(entry from '"seal":"(.{44})"'), 'base64') WHERE index = ${index};
   UPDATE "LogNode" SET hash = (SELECT sha256('\\x00'::bytea || convert_to(entry, 'UTF8')) FROM "LogEntry" e WHERE e.index = ${index}) WHERE level = 0 AND index = ${index};
   ${[1, 2, 3, 4].map((level) => `UPDATE "LogNode" n SET hash = sha256('\\x01'::bytea || (SELECT hash FROM "LogNode" WHERE level = ${level - 1} AND index = 2 * n.index) || (SELECT hash FROM "LogNode" WHERE level = ${level - 1} AND index = 2 * n.index + 1)) WHERE level = ${level} AND index = ${index} >> ${level};`).join("\n")}`;

describe("finds", () => {
  it.each<[string, string, string]>([
    [
      "a changed entry",
      `UPDATE "LogEntry" SET entry = '${other}' WHERE index = 7`,
      "entry 7, or the hash",
    ],
    [
      "a changed kind",
      `UPDATE "LogEntry" SET entry = replace(entry, 'issued', 'received') WHERE index = 3`,
      "entry 3, or the hash",
    ],
    ["an entry taken away", `DELETE FROM "LogEntry" WHERE index = 12`, "entry 12 is missing"],
    [
      "a changed hash of a leaf",
      `UPDATE "LogNode" SET hash = sha256(hash) WHERE level = 0 AND index = 4`,
      "entry 4, or the hash",
    ],
    [
      "a changed hash of a node",
      `UPDATE "LogNode" SET hash = sha256(hash) WHERE level = 2 AND index = 1`,
      "the stored hash 1 of level 2",
    ],
    [
      "a hash taken away",
      `DELETE FROM "LogNode" WHERE level = 3 AND index = 0`,
      "the stored hash 0 of level 3",
    ],
    [
      "a hash of nothing",
      `INSERT INTO "LogNode" VALUES (4, 1, sha256('x'))`,
      "belongs to no entry",
    ],
    [
      "an entry filed elsewhere",
      `UPDATE "LogEntry" SET subject = sha256(subject) WHERE index = 2`,
      "entry 2 is filed",
    ],
    [
      "a trail made anew",
      `UPDATE "AuditBatch" SET head = repeat('0', 64) WHERE id = 2`,
      "entry 6 is of a batch",
    ],
    [
      "an end cut off",
      `DELETE FROM "LogEntry" WHERE index >= 20; DELETE FROM "LogNode" WHERE (index + 1) << level > 20`,
      "counts 21 entries: the end was cut off",
    ],
    [
      "an entry changed with all its hashes",
      `UPDATE "LogEntry" SET entry = '${other}' WHERE index = 10; ${rehash(10)}`,
      "the checkpoint of 21 entries does not fit: an entry from 9 to 20",
    ],
    [
      "another, before the first checkpoint",
      `UPDATE "LogEntry" SET entry = '${other}' WHERE index = 1; ${rehash(1)}`,
      "the checkpoint of 9 entries does not fit: an entry from 0 to 8",
    ],
  ])("%s", async (_what, change, name) => {
    await root.query(`CREATE TEMP TABLE kept_entry AS TABLE "LogEntry";
      CREATE TEMP TABLE kept_node AS TABLE "LogNode"; CREATE TEMP TABLE kept_batch AS TABLE "AuditBatch"`);
    try {
      await root.query(change);
      expect(await run(mails())).toBe(1);
      expect(said).toContain("NOT WHOLE: ");
      expect(said).toContain(name);
    } finally {
      await root.query(`DELETE FROM "LogEntry"; DELETE FROM "LogNode"; DELETE FROM "AuditBatch";
        INSERT INTO "LogEntry" TABLE kept_entry; INSERT INTO "LogNode" TABLE kept_node;
        INSERT INTO "AuditBatch" TABLE kept_batch;
        DROP TABLE kept_entry, kept_node, kept_batch`);
    }
    expect(await run(mails())).toBe(0);
  });
});

it("finds a checkpoint that somebody else signed, stored or mailed", async () => {
  await writeFile(path.join(folder, "theirs.pem"), newKey());
  const theirs = fileNoteSigner(path.join(folder, "theirs.pem"), signer.name);
  const note = await signCheckpoint(await readHead(askOf(root), 9), theirs);
  const file = path.join(folder, "forged.txt");
  await writeFile(file, note);
  expect(await run(file)).toBe(1);
  expect(said).toContain("not signed with the key of the log");
  await root.query(`INSERT INTO "LogCheckpoint" VALUES ('2026-12-01 12:00Z', 9, $1)`, [note]);
  expect(await run(mails())).toBe(1);
  await root.query(`DELETE FROM "LogCheckpoint"`);
  expect(await run("--key", verifierKey(theirs), file)).toBe(0);
});

it("says when it cannot tell", async () => {
  expect(await run(path.join(folder, "nowhere.txt"))).toBe(2);
  expect(await run("--key", "nonsense", mails())).toBe(2);
  expect(said).toContain("no verifier key");
});
