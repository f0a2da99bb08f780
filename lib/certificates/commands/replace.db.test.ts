import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Answers } from "@/lib/applications/answers";
import { saveSection } from "@/lib/applications/commands/save";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { setClock, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { drawingAnswers, pdf, submit, versionOf } from "@/tests/factories/applications";
import { newCertificate, sent } from "@/tests/factories/certificates";
import { cameIn } from "@/tests/factories/documents";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";
import { noteArrival } from "@/lib/certificates/commands/dispatch";
import { receiveReport } from "@/lib/certificates/commands/export-report";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { startReplacement } from "@/lib/certificates/commands/replace";
import { surrender } from "@/lib/certificates/commands/surrender";
import { checkCertificate, findCertificate } from "@/lib/certificates/queries";

let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
let marie: OfficerViewer;
let old: { certificateId: string; number: string };
let importId: string;

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  [nora, marie] = [await newOfficer("reviewer"), await newOfficer("signatory")];
});
beforeEach(async () => {
  importId = (await newImportCertificate({ exporterId, carats: "20.00" })).id;
  old = await newCertificate(owner, exporterId, drawingAnswers(importId, "20.00"));
});
afterEach(() => setClock(null));

async function started(viewer: ExporterViewer = owner): Promise<string> {
  const made = await startReplacement(viewer, old.certificateId, randomUUID());
  if (!made.ok) throw new Error(made.error);
  return made.value.applicationId;
}

async function answersOf(applicationId: string): Promise<Answers> {
  const row = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
  return row.answers as Answers;
}

/** Sends the replacement in with its documents, and recommends it. */
async function recommended(applicationId: string): Promise<void> {
  for (const kind of ["invoice", "import_certificate"] as const) {
    const added = await addDocument(owner, { applicationId }, kind, await cameIn("a.pdf", pdf));
    if (!added.ok) throw new Error(added.error);
  }
  const submitted = await submit(owner, applicationId);
  if (!submitted.ok) throw new Error(JSON.stringify(submitted));
  await recommendIssue(nora, applicationId);
}

/** With fewer or more carats than before. */
async function corrected(applicationId: string, carats: string): Promise<void> {
  const { origin, goods } = drawingAnswers(importId, carats);
  const before = await answersOf(applicationId);
  const seals = before.goods?.seals ?? [];
  for (const [section, answers] of [
    ["origin", origin],
    ["goods", { ...goods, seals }],
  ] as const) {
    const version = await versionOf(applicationId);
    const saved = await saveSection(owner, applicationId, section, answers ?? {}, version);
    if (!saved.ok) throw new Error(saved.error);
  }
}

describe("a replacement", () => {
  it("is a new certificate of a new number in one go, with nothing moved in the ledger", async () => {
    const id = await started();
    expect(await answersOf(id)).toEqual(await answersOf((await certificateOf(old)).applicationId));
    await recommended(id);
    expect(await balanceOf(importId)).toEqual({
      remaining: "0.00",
      reserved: "0.00",
      consumed: "20.00",
    });
    const issued = await issueCertificate(marie, id);
    if (!issued.ok) throw new Error(JSON.stringify(issued));
    expect(issued.value.number).not.toBe(old.number);
    const found = await findCertificate(owner, issued.value.certificateId);
    expect(found?.record.replaces).toBe(old.number);
    expect(await balanceOf(importId)).toEqual({
      remaining: "0.00",
      reserved: "0.00",
      consumed: "20.00",
    });
    const { checkCode } = await certificateOf(old);
    expect(await checkCertificate(old.number, checkCode)).toBe("replaced");
    const events = await db().event.findMany({
      where: { certificateId: old.certificateId, kind: "certificate.replaced" },
    });
    expect(events).toMatchObject([
      { actorId: marie.userId, data: { number: issued.value.number } },
    ]);
    expect(await surrender(nora, old.certificateId)).toMatchObject({ error: "notPossible" });
    expect(await surrender(nora, issued.value.certificateId)).toEqual({ ok: true });
    expect((await balanceOf(importId)).remaining).toBe("20.00");
  });

  it("takes other carats, as far as there are: the mass was what was mistaken", async () => {
    const id = await started();
    await corrected(id, "12.50");
    await recommended(id);
    expect(await issueCertificate(marie, id)).toMatchObject({ ok: true });
    expect(await balanceOf(importId)).toMatchObject({ remaining: "7.50", consumed: "12.50" });

    old = await newCertificate(owner, exporterId, drawingAnswers(importId, "5.00"));
    const more = await started();
    await corrected(more, "7.50");
    await recommended(more);
    expect(await balanceOf(importId)).toMatchObject({ remaining: "0.00", reserved: "2.50" });
    expect(await issueCertificate(marie, more)).toMatchObject({ ok: true });
    expect(await balanceOf(importId)).toMatchObject({ remaining: "0.00", consumed: "20.00" });

    const tooMany = await newCertificate(owner, exporterId);
    const over = await startReplacement(owner, tooMany.certificateId, randomUUID());
    if (!over.ok) throw new Error(over.error);
    await corrected(over.value.applicationId, "0.01");
    await addDocument(
      owner,
      { applicationId: over.value.applicationId },
      "import_certificate",
      await cameIn("a.pdf", pdf),
    );
    expect(await submit(owner, over.value.applicationId)).toMatchObject({ error: "blocked" });
  });

  it("waits for the paper original to be back, and is refused after the export", async () => {
    await sent(nora, old.certificateId);
    const id = await started();
    await recommended(id);
    expect(await issueCertificate(marie, id)).toMatchObject({ error: "notReplaceable" });
    expect(await noteArrival(nora, old.certificateId, "returned", todayInOttawa())).toEqual({
      ok: true,
    });
    const days = { on: todayInOttawa(), exportedOn: todayInOttawa() };
    const [issued, reported] = await Promise.all([
      issueCertificate(marie, id),
      receiveReport(nora, old.certificateId, days),
    ]);
    expect([issued.ok, reported.ok].filter(Boolean)).toHaveLength(1);
    const ends = await db().certificateStep.count({
      where: { certificateId: old.certificateId, kind: "replaced" },
    });
    expect(ends).toBe(issued.ok ? 1 : 0);
  });

  it("is begun once, by whoever may prepare for the exporter, while the certificate is live", async () => {
    const viewOnly = await newRepresentative(exporterId, ["view"]);
    const begun = await Promise.all([started(), started(), started()]);
    expect(new Set(begun).size).toBe(1);
    const ask = (viewer: ExporterViewer) =>
      startReplacement(viewer, old.certificateId, randomUUID());
    expect(await ask((await newExporter()).owner)).toMatchObject({ error: "notFound" });
    expect(await ask(viewOnly)).toMatchObject({ error: "notFound" });
    const other = await newCertificate(owner, exporterId);
    expect(await surrender(nora, other.certificateId)).toEqual({ ok: true });
    expect(await startReplacement(owner, other.certificateId, randomUUID())).toMatchObject({
      error: "notPossible",
    });
  });
});

const certificateOf = ({ certificateId }: { certificateId: string }) =>
  db().certificate.findUniqueOrThrow({ where: { id: certificateId } });
