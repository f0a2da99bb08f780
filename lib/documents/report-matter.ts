import "server-only";
import { actionableBy } from "@/lib/applications/access";
import type { Viewer } from "@/lib/auth/viewer";
import type { Db, Tx } from "@/lib/db";
import { holdApplication } from "@/lib/exporters/hold";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

interface OfCertificate {
  readonly certificateId: string;
}
type Found = Result<{ of: OfCertificate; exporterId: string }, "notFound" | "locked">;

/**
 * A certificate to which the viewer may add the export report as customs stamped it: whoever may submit for
 * its exporter, until the office has the paper original or the certificate was not used.
 */
export async function findReportOpen(
  reader: Db,
  viewer: Viewer,
  certificateId: string,
): Promise<Found> {
  const found = await reader.certificate.findFirst({
    where: { AND: [{ application: actionableBy(viewer, "submit") }, idIs(certificateId)] },
    select: {
      id: true,
      application: { select: { exporterId: true } },
      steps: {
        where: { kind: { in: ["report_received", "replaced", "surrendered", "never_exported"] } },
        select: { id: true },
        take: 1,
      },
    },
  });
  if (!found) return err("notFound");
  if (found.steps.length > 0) return err("locked");
  return ok({ of: { certificateId: found.id }, exporterId: found.application.exporterId });
}

/** Against every other document and step of the certificate, until the transaction ends. */
export async function lockCertificate(tx: Tx, { certificateId }: OfCertificate): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Application" a JOIN "Certificate" c ON c."applicationId" = a.id
     WHERE c.id = ${certificateId}::uuid FOR NO KEY UPDATE OF a`;
}

/** Whether the viewer still may, now that it is locked. */
export async function holdReport(
  tx: Tx,
  viewer: Viewer,
  { certificateId }: OfCertificate,
): Promise<boolean> {
  const { application } = await tx.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { application: { select: { id: true, exporterId: true } } },
  });
  return holdApplication(tx, viewer, application, "submit");
}
