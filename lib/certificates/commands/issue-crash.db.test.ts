import { beforeAll, expect, test } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { db } from "@/lib/db";
import { drawingAnswers, newSubmitted } from "@/tests/factories/applications";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { dying, type When } from "@/tests/stand-ins/dying-client";

/* Issuing ends at each of its statements in turn, as if the process or its connection died there. */

let exporterId: string;
let owner: ExporterViewer;
let reviewer: OfficerViewer;
let signatory: OfficerViewer;
beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
  [reviewer, signatory] = await Promise.all([newOfficer("reviewer"), newOfficer("signatory")]);
});

/** Issues through a dying client; whether an answer came. */
const issueDying = (applicationId: string, n: number, when: When) =>
  dying(n, when, () => issueCertificate(signatory, applicationId));

/** Everything that one issue writes. */
async function written(applicationId: string, importId: string) {
  const certificate = await db().certificate.findUnique({
    where: { applicationId },
    include: { sealed: true, status: true, seals: true },
  });
  const { status } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
  const [jobs] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'renderCertificate'`;
  return {
    status,
    counter: (await db().certificateCounter.findUniqueOrThrow({ where: { id: 1 } })).last,
    certificate: certificate?.number ?? null,
    all: {
      certificates: await db().certificate.count(),
      sealed: await db().sealedCertificate.count(),
      places: await db().certificateStatus.count(),
      log: await db().logEntry.count({ where: { entry: { startsWith: '{"t":"issued"' } } }),
      decisions: await db().decision.count(),
      events: await db().event.count({ where: { kind: "certificate.issued" } }),
      jobs: jobs?.count,
      consumed: await db().ledgerEntry.count({ where: { kind: "consumed" } }),
    },
    balance: await balanceOf(importId),
  };
}

test("wherever it ends, either everything of a certificate is there or nothing", async () => {
  const imported = await newImportCertificate({ exporterId, carats: "90.00" });
  const id = await newSubmitted(owner, exporterId, drawingAnswers(imported.id, "20.00"));
  await recommendIssue(reviewer, id);
  const before = await written(id, imported.id);
  expect(before).toMatchObject({ status: "recommended", certificate: null });

  // How many statements there are is seen from a rehearsal that ends before its COMMIT.
  let statements: string[] = [];
  for (let n = 2; statements.at(-1) !== "COMMIT"; n += 1) {
    for (const when of ["before", "after"] as const) {
      const { outcome, said } = await issueDying(id, n, when);
      statements = said.slice(0, n);
      if (when === "after" && statements.at(-1) === "COMMIT") {
        // Only the answer was lost: nobody is told, and everything is there.
        expect(outcome).toBeNull();
        continue;
      }
      expect(outcome, `${when} ${statements.at(-1) ?? ""}`).toBeNull();
      expect(await written(id, imported.id), `${when} ${statements.at(-1) ?? ""}`).toEqual(before);
    }
  }
  // The sweep went through the whole of it.
  for (const table of [
    "CertificateStatus",
    "CertificateCounter",
    "Certificate",
    "SealedCertificate",
  ]) {
    expect(
      statements.some((text) => text.includes(`"${table}"`)),
      table,
    ).toBe(true);
  }
  expect(statements.some((text) => text.includes("append_to_log"))).toBe(true);
  expect(statements.length).toBeGreaterThan(25);

  const after = await written(id, imported.id);
  expect(after).toMatchObject({
    status: "issued",
    counter: before.counter + 1,
    certificate: `CA${String(before.counter + 1).padStart(8, "0")}`,
    balance: { remaining: "70.00", reserved: "0.00", consumed: "20.00" },
  });
  const one = (count: number | undefined) => (count ?? 0) + 1;
  expect(after.all).toEqual(
    Object.fromEntries(Object.entries(before.all).map(([what, count]) => [what, one(count)])),
  );
  expect(await issueCertificate(signatory, id)).toMatchObject({ ok: false, error: "moved" });
}, 240_000);
