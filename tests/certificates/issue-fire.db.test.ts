import { expect, it } from "vitest";
import { formatCertificateNumber } from "@/lib/certificates/record/number";
import { certificateRecordOf, recordHash } from "@/lib/certificates/record/record";
import { db } from "@/lib/db";
import { balanceOf } from "@/tests/factories/imports";
import { burn, clients, makeWaiting } from "./issue-fire";
import { keepFigures } from "./issue-fire-figures";
import { brokenPromises } from "./promises";

/* Five hundred issues at once while connections die. `npm run test:long -- issue` does ten thousand, in rounds. */

const issues = Number(process.env["ISSUE_COUNT"] ?? 500);
const perRound = 500;

it(
  `issues ${issues} by ${clients} clients while connections die: no gap, no duplicate, nothing half done`,
  { timeout: 120_000 + issues * 1000 },
  async () => {
    const { figures, add } = keepFigures(issues);
    let numbered = 0;
    while (figures.issued < issues) {
      const waiting = await makeWaiting(Math.min(perRound, issues - figures.issued));
      const began = performance.now();
      const burnt = await burn(waiting);
      add({ ...burnt, seconds: (performance.now() - began) / 1000 });
      await expectIssued(waiting, numbered);
      numbered += burnt.issued;
      // Of everything so far: numbers, seals, places, log, ledger, events and jobs, one of each for each.
      expect(await brokenPromises()).toEqual({});
      expect(await db().certificate.count()).toBe(numbered);
      expect(await db().logEntry.count()).toBe(numbered);
      expect(await db().certificateStatus.count()).toBe(numbered);
    }
    expect(figures.cut).toBeGreaterThan(issues / 20);
    expect(figures.presses).toBeGreaterThan(issues);
  },
);

/** Each of these has the next numbers after those before, and what its certificate says is what was sealed and told. */
async function expectIssued(
  { applicationIds, importId, signatory }: Awaited<ReturnType<typeof makeWaiting>>,
  before: number,
) {
  const certificates = await db().certificate.findMany({
    where: { applicationId: { in: [...applicationIds] } },
    include: { decision: true, seals: true, events: true },
    orderBy: { number: "asc" },
  });
  expect(certificates.map(({ number }) => number)).toEqual(
    applicationIds.map((_, i) => formatCertificateNumber(before + i + 1)),
  );
  for (const certificate of certificates) {
    const record = certificateRecordOf(certificate.record);
    expect(certificate.recordSha256).toBe(recordHash(record));
    expect(record.number).toBe(certificate.number);
    expect(certificate.seals).toHaveLength(record.seals.length);
    expect(certificate.events.map(({ kind }) => kind)).toEqual(["certificate.issued"]);
    expect(certificate.decision.signedById).toBe(signatory.userId);
  }
  const drawing = Math.floor(applicationIds.length / 2);
  const consumed = await db().ledgerEntry.findMany({
    where: { kind: "consumed", importCertificateId: importId },
  });
  expect(consumed).toHaveLength(drawing);
  expect(new Set(consumed.map(({ certificateId }) => certificateId)).size).toBe(drawing);
  expect(await balanceOf(importId)).toEqual({
    remaining: "50.00",
    reserved: "0.00",
    consumed: drawing.toFixed(2),
  });
}
