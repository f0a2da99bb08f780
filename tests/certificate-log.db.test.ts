import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { GET as checkpoint } from "@/app/log/checkpoint/route";
import { GET as consistency } from "@/app/log/consistency/route";
import { GET as proof } from "@/app/log/proof/[sha256]/route";
import { askThrough } from "@/lib/ask";
import { setClock } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { signLogCheckpoint } from "@/lib/jobs/sign-checkpoint";
import { tellPeople } from "@/lib/jobs/tell-people";
import { compose } from "@/lib/mail/compose";
import { noticeSchema } from "@/lib/mail/notice";
import { append } from "@/lib/transparency/append";
import {
  checkpointsIn,
  openCheckpoint,
  signCheckpoint,
  type TreeHead,
} from "@/lib/transparency/checkpoint";
import { entryLine } from "@/lib/transparency/entry";
import { fileNoteSigner } from "@/lib/transparency/file-signer";
import { verifierKey } from "@/lib/transparency/signed-note";
import { readHead } from "@/lib/transparency/read-tree";
import { readProof } from "@/lib/transparency/tlog-proof";
import { goesOn } from "@/lib/transparency/verify-proof";
import { connect } from "@/tests/audit/chain";

/* From an act to the proof of it: nothing before the hour, then a file that needs no portal. */

const key = path.join(mkdtempSync(path.join(tmpdir(), "key-")), "log.pem");
const { privateKey } = generateKeyPairSync("ed25519");
writeFileSync(key, privateKey.export({ type: "pkcs8", format: "pem" }));
const signer = fileNoteSigner(key, "permits.example.ca/log");

const seal = createHash("sha256").update(randomBytes(500)).digest();
const ask = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  return {
    status: response.status,
    text: await response.text(),
    headers: Object.fromEntries(response.headers),
  };
};
const askProof = (sha256: string) =>
  ask(proof(new Request("http://localhost:3000"), { params: Promise.resolve({ sha256 }) }));
const askConsistency = (query: string) =>
  ask(consistency(new Request(`http://localhost:3000/log/consistency${query}`)));
const fill = (count: number) =>
  transaction(async (tx) => {
    for (let n = 0; n < count; n += 1) await append(tx, { t: "issued", seal: randomBytes(32) });
  });

beforeAll(async () => {
  setClock(new Date("2026-12-03T09:30:00Z"));
  await fill(3);
  await transaction((tx) => append(tx, { t: "issued", seal }));
});
afterAll(() => setClock(null));

it("says of an act that it is written down, and when its proof comes; of anything else nothing", async () => {
  expect((await ask(checkpoint())).status).toBe(404);
  const waiting = await askProof(seal.toString("hex"));
  expect(waiting.status).toBe(202);
  expect(waiting.text).toBe(
    "Accepted. The proof can be had after 12:00 UTC.\nInscrit. La preuve sera disponible après 12 h UTC.\n",
  );
  expect(waiting.headers["cache-control"]).toBe("no-store");
  const unknown = await askProof(randomBytes(32).toString("hex"));
  expect(unknown).toMatchObject({ status: 404, text: "Not found / Introuvable\n" });
  for (const nonsense of ["", "CA00000042", seal.toString("hex").toUpperCase(), "'"])
    expect(await askProof(nonsense)).toEqual(unknown);
});

it("signs once for an hour, however many ask, and whatever was added since", async () => {
  await Promise.all([signLogCheckpoint(signer), signLogCheckpoint(signer)]);
  await fill(2);
  await signLogCheckpoint(signer);
  const stored = await db().logCheckpoint.findMany();
  expect(stored).toMatchObject([{ hour: new Date("2026-12-03T00:00:00Z"), size: 4n }]);
});

it("gives the checkpoint to everybody, and the proof as a file that its key alone checks", async () => {
  const { status, text, headers } = await ask(checkpoint());
  expect(status).toBe(200);
  expect(openCheckpoint(text, [signer])?.size).toBe(4);
  expect(headers).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  });
  const found = await askProof(seal.toString("hex"));
  expect(found.status).toBe(200);
  expect(readProof(found.text, [signer])).toEqual({
    entry: entryLine({ t: "issued", seal }),
    index: 3,
  });
});

it("mails the checkpoint, letter for letter, to whoever keeps it", async () => {
  const event = await db().event.findFirstOrThrow({ where: { kind: "log.checkpointSigned" } });
  await tellPeople(event.id);
  const mails = await db().mail.findMany({ where: { eventId: event.id } });
  expect(mails).toMatchObject([{ recipient: "office@test.example", template: "checkpointSigned" }]);
  const [{ template, data } = { template: "", data: null }] = mails;
  const portal = {
    origin: "https://permits.example.ca",
    officeMailbox: "office@test.example",
    tokenOf: (id: string) => id,
  };
  const mail = await compose(noticeSchema.parse({ template, data }), "en", portal);
  const { note } = await db().logCheckpoint.findFirstOrThrow();
  expect(new Set(checkpointsIn(mail.text))).toEqual(new Set([note]));
  expect(mail.text).toContain(verifierKey(signer));
  expect(mail.text).toContain("Point de contrôle du registre des certificats");
  expect(mail.html).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
});

it("proves that the next checkpoint goes on from the one before, and shows no size that was not signed", async () => {
  const older = openCheckpoint((await ask(checkpoint())).text, [signer]);
  setClock(new Date("2026-12-03T12:00:00Z"));
  await signLogCheckpoint(signer);
  const newer = openCheckpoint((await ask(checkpoint())).text, [signer]);
  if (!older || !newer) throw new Error("no checkpoint");
  expect(newer.size).toBeGreaterThan(older.size);
  const { status, text } = await askConsistency(`?from=${older.size}&to=${newer.size}`);
  expect(status).toBe(200);
  const hashes = text
    .split("\n")
    .slice(0, -1)
    .map((line) => Buffer.from(line, "base64"));
  expect(goesOn({ older, newer, proof: hashes })).toBe(true);
  await fill(1);
  expect((await askConsistency(`?from=1&to=${newer.size + 1}`)).status).toBe(404);
  expect((await askConsistency("?from=3&to=2")).status).toBe(404);
  for (const query of ["", "?from=1", "?from=-1&to=2", "?from=1&to=1e3", "?from=01&to=2"])
    expect((await askConsistency(query)).status, query).toBe(400);
});

it("signs nothing that contradicts what was signed", async () => {
  setClock(new Date("2026-12-04T00:00:00Z"));
  const root = await connect(process.env["TEST_SUPERUSER_URL"]);
  await root.query("SET session_replication_role = replica");
  const { rows } = await root.query<{ hash: Buffer }>(
    `SELECT hash FROM "LogNode" WHERE level = 2 AND index = 0`,
  );
  await root.query(`UPDATE "LogNode" SET hash = sha256(hash) WHERE level = 2 AND index = 0`);
  await expect(signLogCheckpoint(signer)).rejects.toThrow(/not those that were signed/);
  expect(await db().logCheckpoint.count()).toBe(2);
  await root.query(`UPDATE "LogNode" SET hash = $1 WHERE level = 2 AND index = 0`, [rows[0]?.hash]);
  await signLogCheckpoint(signer);
  expect(await db().logCheckpoint.count()).toBe(3);
  await root.end();
});

it("takes no checkpoint between the hours, none that shrinks, none beyond the log, and none that says something else", async () => {
  const head = async (size: number) => readHead(askThrough(db()), size);
  const sign = async (hour: string, size: number, said?: TreeHead) => {
    const note = await signCheckpoint(said ?? (await head(Math.min(size, all))), signer);
    return db().logCheckpoint.create({ data: { hour: new Date(hour), size, note } });
  };
  const all = await db().logEntry.count();
  const midnight = "2026-12-05T00:00:00Z";
  const wrong: [string, number, TreeHead?][] = [
    ["2026-12-05T06:00:00Z", all],
    ["2026-12-01T00:00:00Z", all],
    [midnight, 1],
    [midnight, all + 1, { ...(await head(all)), size: all + 1 }],
    [midnight, all, await head(all - 1)],
    [midnight, all, { ...(await head(all - 1)), size: all }],
  ];
  for (const [hour, size, said] of wrong)
    await expect(sign(hour, size, said), hour).rejects.toThrow(/goes on where the one before/);
  expect((await sign(midnight, all)).size).toBe(BigInt(all));
});

it("takes the checkpoint of a log of any size", async () => {
  for (let day = 6; day < 24; day += 1) {
    await fill(1);
    setClock(new Date(`2026-12-${String(day).padStart(2, "0")}T00:00:00Z`));
    await signLogCheckpoint(signer);
  }
  expect(await db().logCheckpoint.count()).toBe(22);
});
