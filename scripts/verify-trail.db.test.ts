import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { fileSink } from "@/lib/audit/head-sink";
import { writeHeads } from "@/lib/audit/portal-chain";
import { connect, makeChain } from "@/tests/audit/chain";
import { auditVerify } from "./verify-trail";

/* The command says with its exit code whether the trail is whole, is not, or could not be told. */

let owner: pg.Client;
let folder: string;
let said = "";
const verify = (...args: string[]) =>
  auditVerify(args, folder, {
    DATABASE_URL: process.env["DATABASE_URL"],
    DATABASE_OWNER_URL: process.env["DATABASE_OWNER_URL"],
    AUDIT_HEADS_DIR: folder,
  });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "heads-"));
  owner = await connect(process.env["TEST_SUPERUSER_URL"]);
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await owner.end();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  said = "";
});

it("tells a trail without an entry from one that cannot be compared, and that from one that is whole", async () => {
  expect(await verify()).toBe(0);
  await makeChain(owner, 4);
  expect(await verify()).toBe(2);
  expect(said).toContain("Could not be checked: there is no file of heads");
  await writeHeads(fileSink(folder));
  expect(await verify()).toBe(0);
  expect(said).toContain("Heads outside: 4 compared, up to batch 4.");
  expect(await verify("--heads", path.join(folder, "elsewhere.jsonl"))).toBe(2);
});

it("names the entry that somebody changed, and the batch that somebody cut off", async () => {
  await owner.query("SET session_replication_role = replica");
  await owner.query(
    `UPDATE "Event" SET kind = 'other' WHERE id = (SELECT min("eventId") FROM "AuditSeal" WHERE "batchId" = 3)`,
  );
  expect(await verify()).toBe(1);
  expect(said).toMatch(/NOT WHOLE: entry \d+ of batch 3 was changed after it was sealed\./);
  await owner.query(`DELETE FROM "AuditSeal" WHERE "batchId" >= 3`);
  await owner.query(`DELETE FROM "AuditBatch" WHERE id >= 3`);
  said = "";
  expect(await verify()).toBe(1);
  expect(said).toContain(
    "NOT WHOLE: batch 3, whose head is kept outside, is gone: the end was cut off.",
  );
});
