import { compactVerify, decodeProtectedHeader, generateKeyPair, importJWK } from "jose";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { GET } from "@/app/status/[list]/route";
import { recordLoss } from "@/lib/certificates/commands/loss";
import { surrender } from "@/lib/certificates/commands/surrender";
import { listPublishedKeys } from "@/lib/certificates/keys/published";
import { setClock } from "@/lib/clock";
import { db, rollBack, transaction } from "@/lib/db";
import { tasks } from "@/lib/jobs/tasks";
import { err, ok } from "@/lib/result";
import { newSubmitted } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { asOwner } from "@/tests/factories/owner";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { listLength, type Purpose } from "@/lib/certificates/status/lists";
import { takePlace } from "@/lib/certificates/status/places";
import { bitOf, messageOf, readList } from "@/lib/certificates/status/read-list";
import { signStatusLists } from "@/lib/certificates/status/sign-lists";
import type { Signer } from "@/lib/certificates/seal/signer";

const { privateKey, publicKey } = await generateKeyPair("ES256");
const signer: Signer = {
  kid: "a-key",
  alg: "ES256",
  sign: async (bytes) =>
    ok(
      new Uint8Array(
        await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, bytes),
      ),
    ),
};

const ask = (list: string) => GET(new Request("http://x"), { params: Promise.resolve({ list }) });
const jwt = async (purpose: Purpose) => (await ask(purpose)).text();
async function listOf(purpose: Purpose) {
  const { payload } = await compactVerify(await jwt(purpose), publicKey);
  const list = await readList(JSON.parse(new TextDecoder().decode(payload)), purpose);
  if (!list) throw new Error("no list");
  return list;
}

const certificates: string[] = [];
beforeAll(async () => {
  const { owner, exporterId } = await newExporter();
  for (let n = 0; n < 3; n += 1) {
    const applicationId = await newSubmitted(owner, exporterId);
    await issueSubmitted(applicationId);
    const { id } = await db().certificate.findUniqueOrThrow({ where: { applicationId } });
    certificates.push(id);
  }
});
afterAll(() => setClock(null));

it("gives each certificate a place of its own, once", async () => {
  const places = await Promise.all(
    certificates.map((id) => transaction((tx) => takePlace(tx, id))),
  );
  expect(new Set(places).size).toBe(3);
  for (const index of places) expect(index >= 0 && index < listLength).toBe(true);
  const [id = ""] = certificates;
  expect(await transaction((tx) => takePlace(tx, id))).toBe(places[0]);
  await expect(transaction((tx) => takePlace(tx, randomUUID()))).rejects.toThrow(/23503|foreign/i);
  await transaction(async (tx) => {
    await takePlace(tx, randomUUID());
    rollBack(null);
  });
  expect(await db().certificateStatus.count()).toBe(3);
});

it("gives no list before the first is signed, and none of another name", async () => {
  for (const list of ["revocation", "message", "suspension", ""])
    expect((await ask(list)).status).toBe(404);
});

it("signs both lists, as anybody's JOSE checks them", async () => {
  const [first = "", second = ""] = certificates;
  const nora = await newOfficer("reviewer");
  const loss = { words: "Stolen.", authority: "Office", recipient: "kp@example.ae" };
  expect(await surrender(nora, first)).toEqual({ ok: true });
  expect(await recordLoss(nora, second, loss)).toEqual({ ok: true });
  setClock(new Date("2026-12-03T12:29:59Z"));
  await Promise.all([signStatusLists(signer), signStatusLists(signer)]);
  const answer = await ask("revocation");
  expect(answer.headers.get("content-type")).toBe("application/vc+jwt");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(decodeProtectedHeader(await jwt("revocation"))).toEqual({
    alg: "ES256",
    kid: "a-key",
    typ: "vc+jwt",
    cty: "vc",
  });
  const [revocation, message] = [await listOf("revocation"), await listOf("message")];
  expect(revocation.signedAt).toEqual(new Date("2026-12-03T12:15:00Z"));
  const rows = await db().certificateStatus.findMany();
  const said = certificates.map((id) => {
    const index = rows.find((row) => row.certificateId === id)?.index ?? -1;
    return [bitOf(revocation, index), messageOf(message, index)];
  });
  expect(said).toEqual([
    [1, "surrendered"],
    [0, "lost"],
    [0, "live"],
  ]);
  expect(revocation.bytes.reduce((sum, byte) => sum + byte, 0)).toBeGreaterThan(0);
});

it("signs anew on the quarter hour though nothing changed, and not before", async () => {
  const before = [await jwt("revocation"), await jwt("message")];
  await signStatusLists(signer);
  expect([await jwt("revocation"), await jwt("message")]).toEqual(before);
  setClock(new Date("2026-12-03T12:30:00Z"));
  await signStatusLists(signer);
  expect((await listOf("revocation")).signedAt).toEqual(new Date("2026-12-03T12:30:00Z"));
  expect((await listOf("message")).signedAt).toEqual(new Date("2026-12-03T12:30:00Z"));
});

it("keeps the list that was signed last while the key cannot be reached", async () => {
  const before = await jwt("message");
  setClock(new Date("2026-12-03T13:00:00Z"));
  const away: Signer = { ...signer, sign: () => Promise.resolve(err("signerAway")) };
  await expect(signStatusLists(away)).rejects.toThrow(/cannot be reached/);
  expect(await jwt("message")).toBe(before);
});

it("are signed by the worker with the key that is published for it", async () => {
  setClock(new Date("2026-12-03T13:15:00Z"));
  await tasks.signStatusLists({});
  const signed = await jwt("message");
  const { kid } = decodeProtectedHeader(signed);
  const key = (await listPublishedKeys()).find(({ thumbprint }) => thumbprint === kid);
  expect(key?.purpose).toBe("credential");
  const { payload } = await compactVerify(signed, await importJWK(key?.publicJwk ?? {}, "ES256"));
  expect(new TextDecoder().decode(payload)).toContain('"validFrom":"2026-12-03T13:15:00.000Z"');
});

it("publishes no list that is older than the one before, of another purpose or of another instant", async () => {
  const list = (purpose: string) => db().signedStatusList.findUniqueOrThrow({ where: { purpose } });
  const [older, message] = [await list("revocation"), await list("message")];
  setClock(new Date("2026-12-03T13:30:00Z"));
  await signStatusLists(signer);
  const newer = await list("revocation");
  expect(newer.signedFor > older.signedFor).toBe(true);
  const refused = [
    { signedFor: older.signedFor, jwt: older.jwt },
    { signedFor: newer.signedFor, jwt: older.jwt },
    { signedFor: new Date("2026-12-03T13:45:00Z"), jwt: older.jwt },
    { signedFor: message.signedFor, jwt: message.jwt },
    { signedFor: newer.signedFor, jwt: newer.jwt },
    { signedFor: new Date("2026-12-03T13:45:00Z"), jwt: "a list" },
  ];
  for (const data of refused) {
    const written = db().signedStatusList.update({ where: { purpose: "revocation" }, data });
    await expect(written).rejects.toThrow(/list goes on where the one before it ends/);
  }
  await expect(
    db().signedStatusList.update({
      where: { purpose: "revocation" },
      data: { signedFor: new Date("2026-12-03T13:30:00Z"), jwt: (await list("message")).jwt },
    }),
  ).rejects.toThrow(/list goes on where the one before it ends/);
  expect(await list("revocation")).toEqual(newer);
});

it("takes no revocation back and gives no place again, for the owner of the database either", async () => {
  for (const change of [
    `UPDATE "CertificateStatus" SET revoked = false, message = 0`,
    `UPDATE "CertificateStatus" SET index = (index + 1) % 131072`,
    `DELETE FROM "CertificateStatus"`,
    `TRUNCATE "CertificateStatus"`,
  ]) {
    await expect(asOwner(change), change).rejects.toThrow(
      /keeps its place|append-only|never given/,
    );
  }
});
