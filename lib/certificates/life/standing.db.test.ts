import { beforeAll, expect, test } from "vitest";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { standings, type CertificateStanding } from "@/lib/certificates/life/life";
import { afterStandingChange } from "@/lib/certificates/life/standing";
import { messages } from "@/lib/certificates/status/lists";
import { db, rollBack, transaction, type Db } from "@/lib/db";
import { newCertificate } from "@/tests/factories/certificates";
import { newExporter } from "@/tests/factories/people";

let owner: ExporterViewer;
let exporterId: string;
beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
});

/** What the lists and the log say of it. */
async function said(reader: Db, certificateId: string) {
  const { sealSha256 } = await reader.sealedCertificate.findUniqueOrThrow({
    where: { certificateId },
  });
  const entries = await reader.logEntry.findMany({
    where: { subject: sealSha256 },
    orderBy: { index: "asc" },
  });
  const { revoked, message } = await reader.certificateStatus.findUniqueOrThrow({
    where: { certificateId },
  });
  return {
    revoked,
    message: messages[message],
    log: entries.map(({ entry }) => (JSON.parse(entry) as { t: string }).t),
  };
}

const expected: Record<CertificateStanding, Awaited<ReturnType<typeof said>>> = {
  live: { revoked: false, message: "live", log: ["issued"] },
  exported: { revoked: false, message: "live", log: ["issued"] },
  confirmed: { revoked: false, message: "received", log: ["issued", "received"] },
  expired: { revoked: false, message: "live", log: ["issued"] },
  lost: { revoked: false, message: "lost", log: ["issued"] },
  surrendered: { revoked: true, message: "surrendered", log: ["issued"] },
  invalidated: { revoked: true, message: "invalidated", log: ["issued", "invalidated"] },
  replaced: { revoked: true, message: "replaced", log: ["issued", "replaced"] },
};

test.each(standings)(
  "of a certificate that is %s lists and log say so at the same moment",
  async (standing) => {
    const { certificateId, applicationId } = await newCertificate(owner, exporterId);
    const about = { certificateId, applicationId, exporterId };
    // Not kept: the database commits none without its step.
    const inside = await transaction(async (tx) => {
      const event = { kind: "certificate.surrendered", ...about, data: {} } as const;
      await afterStandingChange(tx, { system: true }, standing, event);
      return rollBack(await said(tx, certificateId));
    });
    expect(inside).toEqual(expected[standing]);
    expect(await said(db(), certificateId)).toEqual(expected.live);
  },
);
