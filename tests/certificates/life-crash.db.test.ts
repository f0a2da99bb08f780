import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import {
  acceptInvalidation,
  proposeInvalidation,
  refuseInvalidation,
  takeBackInvalidation,
} from "@/lib/certificates/commands/invalidate";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { recordLoss } from "@/lib/certificates/commands/loss";
import { startReplacement } from "@/lib/certificates/commands/replace";
import { recordNeverExported, surrender } from "@/lib/certificates/commands/surrender";
import { checkCertificate } from "@/lib/certificates/queries";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { drawingAnswers, newSubmitted, pdf, submit } from "@/tests/factories/applications";
import { rendered } from "@/tests/factories/certificates";
import { cameIn } from "@/tests/factories/documents";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { sweep } from "./sweep";

/* What becomes of a certificate, ended at each of its statements in turn, as if the process or its connection died there. */

let exporterId: string;
let owner: ExporterViewer;
let nora: OfficerViewer;
let marie: OfficerViewer;
let importId: string;
let id: string;
let number: string;

beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
  [nora, marie] = await Promise.all([newOfficer("reviewer"), newOfficer("signatory")]);
});
beforeEach(async () => {
  importId = (await newImportCertificate({ exporterId, carats: "50.00" })).id;
  const applicationId = await newSubmitted(owner, exporterId, drawingAnswers(importId, "20.00"));
  await recommendIssue(nora, applicationId);
  const issued = await issueCertificate(marie, applicationId);
  if (!issued.ok) throw new Error(JSON.stringify(issued));
  ({ certificateId: id, number } = issued.value);
  await rendered(id);
});

const word = async () => {
  const { checkCode } = await db().certificate.findUniqueOrThrow({ where: { id } });
  return checkCertificate(number, checkCode);
};
const authority = { authority: "Kimberley Process Office", recipient: "kp@example.ae" };
const reason = "The mass was mistaken.";
async function proposed(by = nora): Promise<string> {
  expect(await proposeInvalidation(by, id, { reason, ...authority })).toEqual({ ok: true });
  const where = { certificateId: id, outcome: null };
  return (await db().invalidationProposal.findFirstOrThrow({ where })).id;
}
const ended = {
  CertificateStep: `"CertificateStep"`,
  list: `"CertificateStatus"`,
  log: "append_to_log",
  event: `"Event"`,
};
const all = Object.values(ended);

it("a replacement is begun whole or not at all", { timeout: 240_000 }, async () => {
  const token = randomUUID();
  const start = () => startReplacement(owner, id, token);
  await sweep(start, { again: { ok: true }, through: [`"Application"`, ended.event] });
  expect(await db().application.count({ where: { replacesId: id } })).toBe(1);
});

it("a certificate is replaced whole or not at all", { timeout: 240_000 }, async () => {
  const begun = await startReplacement(owner, id, randomUUID());
  if (!begun.ok) throw new Error(begun.error);
  const { applicationId } = begun.value;
  for (const kind of ["invoice", "import_certificate"] as const) {
    await addDocument(owner, { applicationId }, kind, await cameIn("a.pdf", pdf));
  }
  expect(await submit(owner, applicationId)).toMatchObject({ ok: true });
  await recommendIssue(nora, applicationId);
  const cuts = await sweep(() => issueCertificate(marie, applicationId), {
    again: { ok: false, error: "moved" },
    through: [
      ...all,
      `"Certificate"`,
      `"SealedCertificate"`,
      `"CertificateCounter"`,
      `"LedgerEntry"`,
    ],
  });
  expect(cuts).toBeGreaterThan(60);
  expect(await word()).toBe("replaced");
  const successor = await db().certificate.findUniqueOrThrow({ where: { applicationId } });
  expect(successor.record).toMatchObject({ replaces: number });
  expect(await balanceOf(importId)).toEqual({
    remaining: "30.00",
    reserved: "0.00",
    consumed: "20.00",
  });
});

it(
  "an invalidation is proposed, refused and taken back whole or not at all",
  { timeout: 240_000 },
  async () => {
    const through = [`"InvalidationProposal"`, ended.event];
    await sweep(() => proposeInvalidation(nora, id, { reason, ...authority }), {
      again: { ok: false, error: "alreadyOpen" },
      through,
    });
    const { id: first } = await db().invalidationProposal.findFirstOrThrow({
      where: { certificateId: id },
    });
    const decided = { again: { ok: false, error: "noneOpen" }, through };
    await sweep(() => refuseInvalidation(marie, id, first, "It was right."), decided);
    const second = await proposed();
    await sweep(() => takeBackInvalidation(nora, id, second), decided);
    expect(await word()).toBe("valid");
  },
);

it(
  "a certificate is invalidated by the second person whole or not at all",
  { timeout: 240_000 },
  async () => {
    const proposal = await proposed();
    await sweep(() => acceptInvalidation(marie, id, proposal), {
      again: { ok: false, error: "noneOpen" },
      through: [...all, `"InvalidationProposal"`],
    });
    expect(await word()).toBe("invalidated");
    expect(await balanceOf(importId)).toMatchObject({ remaining: "30.00", consumed: "20.00" });
    await sweep(() => recordNeverExported(nora, id, "The stones are in the vault."), {
      again: { ok: false, error: "notPossible" },
      through: [ended.CertificateStep, `"LedgerEntry"`, ended.event],
    });
    expect(await balanceOf(importId)).toMatchObject({ remaining: "50.00", consumed: "0.00" });
  },
);

it("a certificate is surrendered whole or not at all", { timeout: 240_000 }, async () => {
  await sweep(() => surrender(nora, id), {
    again: { ok: false, error: "notPossible" },
    through: [ended.CertificateStep, ended.list, `"LedgerEntry"`, ended.event],
  });
  expect(await balanceOf(importId)).toMatchObject({ remaining: "50.00", consumed: "0.00" });
});

it("a certificate is recorded as lost whole or not at all", { timeout: 240_000 }, async () => {
  await sweep(() => recordLoss(nora, id, { words: "Lost by the courier.", ...authority }), {
    again: { ok: false, error: "notPossible" },
    through: [ended.CertificateStep, ended.list, ended.event],
  });
  expect(await word()).toBe("lost");
});
