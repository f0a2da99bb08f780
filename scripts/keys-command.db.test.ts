import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { signerPurposes } from "@/lib/certificates/keys/purposes";
import { signerFor } from "@/lib/certificates/keys/signer-for";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { err } from "@/lib/result";
import { GET as didDocument } from "@/app/.well-known/did.json/route";
import { GET as keySet } from "@/app/.well-known/jwks.json/route";
import { keysCommand } from "./keys-command";
import { ensureSigningKeys } from "./signing-keys";

/* The keys of the template are in their own folder; these begin with an empty one. */

const folder = mkdtempSync(path.join(os.tmpdir(), "kp-keys-"));
const owner = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
const today = todayInOttawa();
let said = "";

const keys = (...args: string[]) =>
  keysCommand(args, folder, {
    DATABASE_URL: process.env["DATABASE_URL"],
    DATABASE_OWNER_URL: process.env["DATABASE_OWNER_URL"],
    SIGNING_KEYS_DIR: folder,
  });
const kidSaid = () => /^Key ([0-9a-f]{16}) /m.exec(said)?.[1] ?? "";
const rows = async (purpose = "seal") =>
  db().signingKey.findMany({ where: { purpose }, orderBy: { addedAt: "asc" } });

beforeAll(async () => {
  await owner.connect();
  await app.connect();
  const hear = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(hear);
  vi.spyOn(process.stderr, "write").mockImplementation(hear);
});
beforeEach(() => {
  said = "";
});
afterAll(async () => {
  vi.restoreAllMocks();
  await owner.end();
  await app.end();
  rmSync(folder, { recursive: true });
});

it("the keys of an installation sign, one for each purpose, and each is published", async () => {
  for (const purpose of signerPurposes) {
    const signer = await signerFor(db(), purpose, today);
    if (!signer.ok) throw new Error(purpose);
    expect((await signer.value.sign(new Uint8Array([1]))).ok).toBe(true);
    const [row] = await rows(purpose);
    expect(row?.thumbprint).toBe(signer.value.kid);
  }
  const list = await keyListOf(await (await keySet()).json());
  expect([...(list?.values() ?? [])].map(({ purpose }) => purpose).sort()).toEqual([
    "seal",
    "specimen",
  ]);
});

it("publishes the next key a month ahead, and it takes over on its day", async () => {
  expect(await keys("rotate")).toBe(0);
  const kid = kidSaid();
  const from = addDays(today, 30);
  expect(said).toContain(`It signs for seal from ${from} to ${addDays(from, 364)}.`);
  expect(readdirSync(folder)).toEqual([`${kid}.json`]);
  expect(statSync(path.join(folder, `${kid}.json`)).mode & 0o777).toBe(0o600);

  const [first, next] = await rows();
  expect(next?.kid).toBe(kid);
  expect(JSON.stringify(next?.publicJwk)).not.toContain('"d"');
  const before = await signerFor(db(), "seal", today);
  expect(before.ok && before.value.kid).toBe(first?.thumbprint);
  // While its private part is in this folder only, the portal of this test passes over it.
  const away = await signerFor(db(), "seal", from);
  expect(away.ok && away.value.kid).toBe(first?.thumbprint);
  const moved = path.join(env().SIGNING_KEYS_DIR, `${kid}.json`);
  copyFileSync(path.join(folder, `${kid}.json`), moved);
  const after = await signerFor(db(), "seal", from);
  rmSync(moved);
  expect(after.ok && after.value.kid).toBe(next?.thumbprint);
});

it("takes a key that a service keeps by its public part only", async () => {
  const { kty, crv, x, y, d } = testKeys.past;
  const file = path.join(folder, "public.jwk");
  writeFileSync(file, JSON.stringify({ kty, crv, x, y, d }));
  expect(await keys("rotate", "credential", "--jwk", file, "--from", addDays(today, 5))).toBe(0);
  expect(said).toContain("in less than 30 days");
  const { publicJwk } = await db().signingKey.findUniqueOrThrow({ where: { kid: kidSaid() } });
  expect(publicJwk).toEqual({ kty, crv, x, y });
  said = "";
  expect(await keys("rotate", "log", "--jwk", file)).toBe(1);
  expect(said).toContain("must be a public JWK for EdDSA");
  rmSync(file);
});

it.each([
  [["rotate", "log"], "kept elsewhere"],
  [["rotate", "passport"], "A purpose is one of"],
  [["rotate", "seal", "--from", "2020-01-01"], "not in the past"],
  [["revoke", "0000000000000000", "--from-log-size", "1"], "There is no key"],
  [["revoke", "0000000000000000"], "Commands:"],
  [["revoke", "0000000000000000", "--from-log-size", "-1"], "--from-log-size"],
  [["sign"], "Commands:"],
] as const)("refuses %j", async (args, sentence) => {
  const before = await db().signingKey.count();
  expect(await keys(...args)).toBe(1);
  expect(said).toContain(sentence);
  expect(await db().signingKey.count()).toBe(before);
});

it("revokes a key: its private part goes, it signs nothing more, the list says from when on", async () => {
  const [first, next] = await rows();
  expect(await keys("revoke", next?.kid ?? "", "--from-log-size", "40")).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
  expect(await keys("revoke", first?.thumbprint ?? "", "--from-log-size", "41")).toBe(0);
  expect(await signerFor(db(), "seal", today)).toEqual(err("noKey"));
  const list = await keyListOf(await (await keySet()).json());
  expect(list?.get(next?.kid ?? "")?.revokedFromLogSize).toBe(40);

  // It may have been stolen earlier than was thought, never later, and stays revoked.
  expect(await keys("revoke", next?.kid ?? "", "--from-log-size", "12")).toBe(0);
  expect(await keys("revoke", next?.kid ?? "", "--from-log-size", "13")).toBe(1);
  said = "";
  expect(await keys("list")).toBe(0);
  expect(said).toContain("revoked from log size 12");
  expect(said).toContain(next?.thumbprint);

  // The next one signs from today on: no day is to be without a key.
  expect(await keys("rotate", "seal")).toBe(0);
  expect(said).toContain(`It signs for seal from ${today}`);
});

it("a start makes the keys whose private part is not there, once, and destroys none that sign", async () => {
  const start = () => ensureSigningKeys(process.env["DATABASE_OWNER_URL"] ?? "", folder);
  const held = readdirSync(folder);
  const before = await db().signingKey.count();
  await start();
  // The last test left one for certificates.
  expect(await db().signingKey.count()).toBe(before + signerPurposes.length - 1);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(held));
  await start();
  expect(await db().signingKey.count()).toBe(before + signerPurposes.length - 1);
  const [newest] = await db().signingKey.findMany({ orderBy: { addedAt: "desc" }, take: 1 });
  expect(newest?.notBefore.toISOString()).toBe(`${today}T00:00:00.000Z`);
});

it("what is published stays, whoever asks", async () => {
  const change = (sql: string) => owner.query(sql);
  await expect(change(`UPDATE "SigningKey" SET purpose = 'seal'`)).rejects.toMatchObject({
    constraint: "SigningKey_stays",
  });
  await expect(
    change(`UPDATE "SigningKey" SET "revokedFromLogSize" = NULL, "revokedAt" = NULL`),
  ).rejects.toMatchObject({ constraint: "SigningKey_revoked_for_good" });
  await expect(change(`DELETE FROM "SigningKey"`)).rejects.toThrow("append-only");
  await expect(change(`TRUNCATE "SigningKey" CASCADE`)).rejects.toThrow("append-only");
  for (const sql of [
    `INSERT INTO "SigningKey" SELECT * FROM "SigningKey"`,
    `UPDATE "SigningKey" SET "revokedFromLogSize" = 1`,
    `DELETE FROM "SigningKey"`,
    `TRUNCATE "SigningKey"`,
  ]) {
    await expect(app.query(sql), sql).rejects.toMatchObject({ code: "42501" });
  }
});

it("a private key is never in the database", async () => {
  const insert = `INSERT INTO "SigningKey" (kid, thumbprint, "publicJwk", purpose, "notBefore", "notAfter")
    VALUES ('0000000000000000', repeat('A', 43), $1, 'seal', '2026-01-01', '2026-12-31')`;
  await expect(owner.query(insert, [testKeys.current])).rejects.toMatchObject({
    constraint: "SigningKey_public",
  });
});

it("anybody may read the keys from anywhere, and keep them for an hour", async () => {
  for (const answer of [await keySet(), await didDocument()]) {
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await answer.text()).not.toContain('"d":');
  }
});
