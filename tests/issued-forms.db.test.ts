import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from "jose";
import pg from "pg";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { GET as keySet } from "@/app/.well-known/jwks.json/route";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { credentialOf } from "@/lib/certificates/credential/credential";
import { serviceSigner } from "@/lib/certificates/keys/key-service";
import { signerFor } from "@/lib/certificates/keys/signer-for";
import { findCredential } from "@/lib/certificates/queries";
import { certificateRecordOf } from "@/lib/certificates/record/record";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { factsOf } from "@/lib/certificates/seal/sealed-facts";
import { verifySeal } from "@/lib/certificates/seal/verify";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { err, ok } from "@/lib/result";
import { goodAnswers, newSubmitted } from "@/tests/factories/applications";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";

vi.mock("@/lib/certificates/keys/signer-for", async (original) => {
  const { signerFor: real } = await original<{ signerFor: typeof signerFor }>();
  return { signerFor: vi.fn(real) };
});

let exporterId: string;
let owner: ExporterViewer;
let reviewer: OfficerViewer;
let signatory: OfficerViewer;
beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
  [reviewer, signatory] = await Promise.all([newOfficer("reviewer"), newOfficer("signatory")]);
});
let silent: Server | undefined;
afterEach(() => {
  silent?.closeAllConnections();
  silent?.close();
});

async function recommended(answers = goodAnswers()): Promise<string> {
  const id = await newSubmitted(owner, exporterId, answers);
  await recommendIssue(reviewer, id);
  return id;
}
const sha256 = (of: string | Uint8Array) => createHash("sha256").update(of).digest();

async function issued() {
  const outcome = await issueCertificate(signatory, await recommended());
  if (!outcome.ok) throw new Error(outcome.error);
  const certificate = await db().certificate.findUniqueOrThrow({
    where: { id: outcome.value.certificateId },
    include: { sealed: true, status: true },
  });
  const { sealed, status } = certificate;
  if (!sealed || !status) throw new Error("a certificate without its forms");
  return { ...certificate, sealed, status };
}

test("the seal of a certificate verifies under the published keys and says what the record says", async () => {
  const { sealed, status, record: stored, number } = await issued();
  const record = certificateRecordOf(stored);
  expect(record.statusIndex).toBe(status.index);
  const keys = await keyListOf(await (await keySet()).json());
  if (!keys) throw new Error("no keys");
  const around = { keys, statusOf: () => null, now: now() };
  const verdicts = await verifySeal(Uint8Array.from(sealed.seal), around);
  expect(verdicts).toMatchObject({ integrity: "intact", issuer: "canada" });
  expect(verdicts.facts).toEqual(await factsOf({ ...record, statusIndex: status.index }));
  expect(verdicts.facts?.number).toBe(number);
  expect(Buffer.from(sealed.sealSha256)).toEqual(sha256(sealed.seal));
});

test("its credential verifies likewise, and is given out as it was signed", async () => {
  const { id, sealed, status, record: stored, number } = await issued();
  const keys = createLocalJWKSet((await (await keySet()).json()) as never);
  const { payload } = await compactVerify(sealed.credential, keys);
  const record = { ...certificateRecordOf(stored), statusIndex: status.index };
  const { sealSha256 } = sealed;
  const around = { portalUrl: env().PORTAL_URL, certificateId: id, sealSha256 };
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(credentialOf(record, around));
  const { kid = "" } = decodeProtectedHeader(sealed.credential);
  const [key] = await db().signingKey.findMany({ where: { thumbprint: kid } });
  expect(key).toMatchObject({ kid: sealed.credentialKid, purpose: "credential" });
  const { credential } = sealed;
  expect(await findCredential(owner, id)).toEqual({ name: `${number}.jwt`, credential });
  expect(await findCredential((await newExporter()).owner, id)).toBeNull();
});

test("the log has its issue, by the hashes of both", async () => {
  const { sealed } = await issued();
  const entries = await db().logEntry.findMany({ where: { subject: sealed.sealSha256 } });
  expect(entries.map(({ entry }) => JSON.parse(entry) as unknown)).toEqual([
    {
      t: "issued",
      seal: Buffer.from(sealed.sealSha256).toString("base64"),
      vc: sha256(sealed.credential).toString("base64"),
    },
  ]);
});

const counts = async () => ({
  ...(await db().certificateCounter.findUniqueOrThrow({ where: { id: 1 } })),
  certificates: await db().certificate.count(),
  sealed: await db().sealedCertificate.count(),
  places: await db().certificateStatus.count(),
  log: await db().logEntry.count(),
});

const away = { kid: "A".repeat(43), alg: "ES256", sign: () => Promise.resolve(err("signerAway")) };

test.each(["seal", "credential"] as const)(
  "without the key for the %s nothing is issued, and it can be tried again",
  async (purpose) => {
    const id = await recommended();
    const before = await counts();
    const real = vi.mocked(signerFor).getMockImplementation();
    for (const answer of [err("noKey"), ok(away)] as never[]) {
      vi.mocked(signerFor).mockImplementation((tx, asked, day) =>
        asked === purpose ? Promise.resolve(answer) : (real?.(tx, asked, day) ?? answer),
      );
      expect(await issueCertificate(signatory, id)).toEqual({ ok: false, error: "cannotSeal" });
    }
    if (real) vi.mocked(signerFor).mockImplementation(real);
    expect(await counts()).toEqual(before);
    const { status } = await db().application.findUniqueOrThrow({ where: { id } });
    expect(status).toBe("recommended");
    expect(await issueCertificate(signatory, id)).toMatchObject({ ok: true });
  },
);

test("a key service that does not answer holds the signatory up for two seconds, then it is told", async () => {
  const id = await recommended();
  const server = createServer(() => undefined).listen(0, "127.0.0.1");
  silent = server;
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const service = { url: `http://127.0.0.1:${port}`, token: "t".repeat(32) };
  const signer = serviceSigner(service, "A".repeat(43), testKeys.current);
  vi.mocked(signerFor).mockResolvedValueOnce(ok(signer));
  const began = performance.now();
  expect(await issueCertificate(signatory, id)).toEqual({ ok: false, error: "cannotSeal" });
  expect(performance.now() - began).toBeGreaterThan(1_900);
  expect(await issueCertificate(signatory, id)).toMatchObject({ ok: true });
});

test("what no code on paper can hold is refused before a number is drawn", async () => {
  const answers = goodAnswers();
  // Three bytes a letter.
  const seals = Array.from({ length: 20 }, (_, i) => `${"ế".repeat(18)}${i + 10}`);
  const party = { name: "ế".repeat(100), addressLines: ["1 Rue"], city: "ế".repeat(60) };
  const { consignee } = answers;
  const id = await recommended({
    ...answers,
    goods: { ...answers.goods, seals, containerCount: String(seals.length) },
    consignee: { ...consignee, consignee: { ...consignee?.consignee, ...party } },
  });
  const before = await counts();
  const outcome = await issueCertificate(signatory, id);
  expect(outcome).toMatchObject({ ok: false, error: "notPrintable" });
  expect(await counts()).toEqual(before);
});

test("the database lets nobody issue without the forms, or change them", async () => {
  const { id } = await issued();
  const refused = (statement: string) =>
    expect(db().$executeRawUnsafe(statement), statement).rejects.toThrow(
      /permission|never|append/i,
    );
  await refused(`UPDATE "SealedCertificate" SET credential = 'x'`);
  await refused(`DELETE FROM "SealedCertificate"`);
  await refused(`TRUNCATE "SealedCertificate"`);
  expect(await db().sealedCertificate.count({ where: { certificateId: id } })).toBe(1);
});

test("no certificate gets its seal later than in the transaction that issues it", async () => {
  const { id } = await issued();
  const root = new pg.Client({ connectionString: process.env["TEST_SUPERUSER_URL"] });
  await root.connect();
  // As one that was issued before there were seals.
  await root.query("SET session_replication_role = replica");
  const { rows } = await root.query<{ seal: Buffer; credential: string; kid: string }>(
    `DELETE FROM "SealedCertificate" WHERE "certificateId" = $1 RETURNING seal, credential, kid`,
    [id],
  );
  await root.end();
  const [{ seal, credential, kid } = { seal: Buffer.of(), credential: "", kid: "" }] = rows;
  const late = db().$executeRaw`
    INSERT INTO "SealedCertificate" ("certificateId", seal, "sealSha256", kid, credential, "credentialKid")
    VALUES (${id}::uuid, ${seal}, sha256(${seal}), ${kid}, ${credential}, ${kid})`;
  await expect(late).rejects.toThrow(/sealed as it is issued/);
});
