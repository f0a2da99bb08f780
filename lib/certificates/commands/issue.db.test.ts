import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { normaliseSeal } from "@/lib/applications/seals";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { checkCertificate, findCertificate } from "@/lib/certificates/queries";
import { certificateRecordOf, recordHash } from "@/lib/certificates/record/record";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { reject } from "@/lib/reviews/commands/reject";
import { release } from "@/lib/reviews/commands/release";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { findReview } from "@/lib/reviews/queries/find-review";
import { listToSign } from "@/lib/reviews/queries/list-to-sign";
import { drawingAnswers, newSubmitted } from "@/tests/factories/applications";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted, recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";

let exporterId: string;
let owner: ExporterViewer;
let nora: OfficerViewer;
let marie: OfficerViewer;

beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
  [nora, marie] = await Promise.all([newOfficer("reviewer"), newOfficer("signatory")]);
});

async function recommended(): Promise<string> {
  const id = await newSubmitted(owner, exporterId);
  await recommendIssue(nora, id);
  return id;
}

async function as(url: string | undefined, ...statements: [string, unknown[]?][]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [text, values] of statements) await client.query(text, values);
  } finally {
    await client.end();
  }
}
const counter = async () =>
  (await db().certificateCounter.findUniqueOrThrow({ where: { id: 1 } })).last;

describe("issuing", () => {
  test("makes number, frozen record, seals, ledger entries, event and job together", async () => {
    const imported = await newImportCertificate({ exporterId, carats: "50.00" });
    const id = await newSubmitted(owner, exporterId, drawingAnswers(imported.id, "20.00"));
    const before = await counter();
    const { number, certificateId } = await issueSubmitted(id);
    expect(number).toBe(`CA${String(before + 1).padStart(8, "0")}`);

    const row = await db().certificate.findUniqueOrThrow({
      where: { id: certificateId },
      include: { seals: true, events: true },
    });
    const record = certificateRecordOf(row.record);
    expect(row.recordSha256).toBe(recordHash(record));
    expect(record).toMatchObject({
      number,
      origin: [{ code: "BW" }],
      totals: { carats: "20.00" },
      prior: [{ number: imported.number, issuer: "BW", carats: "20.00" }],
      exporter: { name: "Boreal Rough Ltd.", country: { code: "CA" } },
      checkCode: `${row.checkCode.slice(0, 4)}-${row.checkCode.slice(4)}`,
    });
    expect(row.seals.map(({ seal }) => seal)).toEqual(record.seals.map(normaliseSeal));
    expect(row.events.map(({ kind }) => kind)).toEqual(["certificate.issued"]);
    expect(await balanceOf(imported.id)).toEqual({
      remaining: "30.00",
      reserved: "0.00",
      consumed: "20.00",
    });
    const jobs = await db().$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = ${`certificate ${certificateId}`}`;
    expect(jobs).toHaveLength(1);

    const found = await findCertificate(owner, certificateId);
    expect(found).toMatchObject({ number, document: null, recommended: null });
    const stranger = await newExporter();
    expect(await findCertificate(stranger.owner, certificateId)).toBeNull();
  });

  test("is refused on the day the destination leaves the Schedule, and spends no number", async () => {
    const id = await recommended();
    const before = await counter();
    const owner = process.env["DATABASE_OWNER_URL"];
    const off: [string] = [
      `UPDATE "Participant" SET "scheduleTo" = '2026-01-01' WHERE code = 'AE'`,
    ];
    await as(owner, off);
    try {
      const refused = await issueCertificate(marie, id);
      expect(refused).toMatchObject({ ok: false, error: "blocked", findings: [{ rule: "R05" }] });
    } finally {
      await as(owner, [`UPDATE "Participant" SET "scheduleTo" = NULL WHERE code = 'AE'`]);
    }
    expect(await counter()).toBe(before);
    const file = await db().application.findUniqueOrThrow({ where: { id } });
    expect(file.status).toBe("recommended");
    expect(await issueCertificate(marie, id)).toMatchObject({ ok: true });
  });

  test("follows the recommendation that was read, not one made since", async () => {
    const id = await recommended();
    const read = await db().recommendation.findFirstOrThrow({ where: { applicationId: id } });
    expect(await issueCertificate(marie, id, randomUUID())).toEqual({ ok: false, error: "newer" });
    expect(await issueCertificate(marie, id, read.id)).toMatchObject({ ok: true });
  });

  test("pressed many times gives one certificate; the others are told by whom", async () => {
    const id = await recommended();
    const other = await newOfficer("signatory");
    const presses = await Promise.all(
      Array.from({ length: 10 }, (_, i) => issueCertificate(i % 2 ? marie : other, id)),
    );
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    for (const press of presses) {
      if (!press.ok) expect(press.error).toBe("moved");
    }
    expect(await db().certificate.count({ where: { applicationId: id } })).toBe(1);
  });
});

describe("two pairs of eyes", () => {
  test("the command refuses the recommender, an editor, somebody of the profile, and a reviewer", async () => {
    const id = await recommended();
    const signingReviewer = await newOfficer("reviewer", "signatory");
    const own = await newSubmitted(owner, exporterId);
    await recommendIssue(signingReviewer, own);
    expect(await issueCertificate(signingReviewer, own)).toEqual({
      ok: false,
      error: "recommender",
    });

    const editor = await newOfficer("signatory");
    await db().applicationEditor.create({ data: { applicationId: id, userId: editor.userId } });
    expect(await issueCertificate(editor, id)).toEqual({ ok: false, error: "editor" });

    const member = await newOfficer("signatory");
    await db().mandate.create({ data: { exporterId, userId: member.userId, kind: "owner" } });
    expect(await issueCertificate(member, id)).toEqual({ ok: false, error: "ownProfile" });

    expect(await issueCertificate(nora, id)).toEqual({ ok: false, error: "notAllowed" });
    const pretender = { ...nora, roles: ["signatory"] as const };
    expect((await issueCertificate(pretender, id)).ok).toBe(false);
    const words = { reasons: "No.", ground: "not_accurate" as const };
    expect(await reject(marie, id, words)).toEqual({ ok: false, error: "otherOutcome" });
    expect(await db().certificate.count({ where: { applicationId: id } })).toBe(0);
  });

  test("who once recommended a file cannot sign it, though another recommended it since", async () => {
    const id = await newSubmitted(owner, exporterId);
    const both = await newOfficer("reviewer", "signatory");
    await recommendIssue(both, id);
    expect((await sendBack(marie, id, "Look at the seals again.")).ok).toBe(true);
    expect((await release(both, id)).ok).toBe(true);
    await recommendIssue(nora, id);
    expect((await findReview(both, id))?.objections).toEqual(["recommender"]);
    expect((await listToSign(both)).find((row) => row.id === id)?.cannotSign).toBe("recommender");
    expect(await issueCertificate(both, id)).toEqual({ ok: false, error: "recommender" });
    expect((await issueCertificate(marie, id)).ok).toBe(true);
  });

  test("the database refuses the same to the application's own role", async () => {
    const id = await recommended();
    const { id: recommendationId } = await db().recommendation.findFirstOrThrow({
      where: { applicationId: id },
    });
    const editor = await newOfficer("signatory");
    await db().applicationEditor.create({ data: { applicationId: id, userId: editor.userId } });
    const member = await newOfficer("signatory");
    await db().mandate.create({ data: { exporterId, userId: member.userId, kind: "owner" } });
    const signingReviewer = await newOfficer("reviewer", "signatory");
    const decide = (signer: string, outcome: string, recommender = nora.userId) =>
      as(process.env["DATABASE_URL"], [
        `INSERT INTO "Decision" (id, "applicationId", "recommendationId", "recommendedById", outcome, reasons, ground, "signedById")
         VALUES (gen_random_uuid(), $1, $2, $3, $4::"Outcome", 'r', 'not_accurate', $5)`,
        [id, recommendationId, recommender, outcome, signer],
      ]);
    await expect(decide(nora.userId, "issue")).rejects.toThrow(
      "who recommended a file cannot sign it",
    );
    await expect(decide(editor.userId, "issue")).rejects.toThrow(
      "who edited a file cannot sign it",
    );
    await expect(decide(member.userId, "issue")).rejects.toThrow("of a profile they belong to");
    await expect(decide(marie.userId, "reject")).rejects.toThrow("does not follow");
    // Naming somebody else as the recommender does not help either.
    await expect(decide(marie.userId, "issue", signingReviewer.userId)).rejects.toThrow(
      "foreign key",
    );
    await expect(
      as(process.env["DATABASE_URL"], [
        `UPDATE "Application" SET status = 'issued' WHERE id = $1`,
        [id],
      ]),
    ).rejects.toThrow("has a certificate");
  });
});

describe("the public check", () => {
  test("gives one word, and the same one for a wrong code and an unknown number", async () => {
    const { certificateId, number } = await issueSubmitted(await newSubmitted(owner, exporterId));
    const found = await findCertificate(owner, certificateId);
    const code = found?.checkCode ?? "";
    expect(await checkCertificate(number, code)).toBe("valid");
    expect(await checkCertificate(number.toLowerCase(), code.replace("-", " ").toLowerCase())).toBe(
      "valid",
    );
    const wrong = code.startsWith("0") ? `1${code.slice(1)}` : `0${code.slice(1)}`;
    expect(await checkCertificate(number, wrong)).toBe("noMatch");
    expect(await checkCertificate("CA99999998", code)).toBe("noMatch");
    expect(await checkCertificate("nonsense", "also")).toBe("noMatch");
    setClock(new Date(Date.now() + 62 * 86_400_000));
    try {
      expect(await checkCertificate(number, code)).toBe("expired");
    } finally {
      setClock(null);
    }
  });
});
