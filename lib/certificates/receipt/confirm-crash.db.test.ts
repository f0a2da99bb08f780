import { beforeAll, expect, test } from "vitest";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { confirmImport } from "@/lib/certificates/commands/confirm-import";
import { db } from "@/lib/db";
import { asCertified, askedToConfirm, newCertificate } from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { dying } from "@/tests/stand-ins/dying-client";

/* Confirming an import ends at each of its statements in turn, as if the process or its connection died there. */

let exporterId: string;
let owner: ExporterViewer;
beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
});

/** Everything that one confirmation writes. */
async function written(certificateId: string) {
  const { message } = await db().certificateStatus.findUniqueOrThrow({ where: { certificateId } });
  return {
    message,
    wrongCodes: await db().confirmationLink.aggregate({ _sum: { wrongCodes: true } }),
    all: {
      receipts: await db().importReceipt.count(),
      steps: await db().certificateStep.count({ where: { kind: "import_confirmed" } }),
      log: await db().logEntry.count({ where: { entry: { startsWith: '{"t":"received"' } } }),
      events: await db().event.count({ where: { kind: "certificate.importConfirmed" } }),
    },
  };
}

test("wherever it ends, either everything of a confirmation is there or nothing", async () => {
  const { certificateId } = await newCertificate(owner, exporterId);
  const token = await askedToConfirm(await newOfficer("reviewer"), certificateId);
  const said = { ...(await asCertified(certificateId)), parcels: 2 };
  const before = await written(certificateId);
  expect(before).toMatchObject({ message: 0, all: { receipts: 0 } });

  let statements: string[] = [];
  for (let n = 2; statements.at(-1) !== "COMMIT"; n += 1) {
    for (const when of ["before", "after"] as const) {
      const dead = await dying(n, when, () => confirmImport(token, said));
      statements = dead.said.slice(0, n);
      const where = `${when} ${statements.at(-1) ?? ""}`;
      expect(dead.outcome, where).toBeNull();
      // Only the answer was lost: everything is there.
      if (when === "after" && statements.at(-1) === "COMMIT") continue;
      expect(await written(certificateId), where).toEqual(before);
    }
  }
  // The sweep went through the whole of it.
  for (const part of ['"ImportReceipt"', '"CertificateStep"', '"CertificateStatus"', '"Event"']) {
    expect(
      statements.some((text) => text.includes(part)),
      part,
    ).toBe(true);
  }
  expect(statements.some((text) => text.includes("append_to_log"))).toBe(true);
  expect(statements.length).toBeGreaterThan(10);

  const after = await written(certificateId);
  expect(after).toMatchObject({ message: 1, wrongCodes: before.wrongCodes });
  expect(after.all).toEqual(
    Object.fromEntries(Object.entries(before.all).map(([what, count]) => [what, count + 1])),
  );
  // Whoever lost the answer asks again, and gets the same receipt.
  const again = await confirmImport(token, said);
  const receipt = await db().importReceipt.findFirstOrThrow({ where: { certificateId } });
  expect(again).toMatchObject({ ok: true, value: { id: receipt.id, signed: receipt.signed } });
  expect(await written(certificateId)).toEqual(after);
}, 120_000);
