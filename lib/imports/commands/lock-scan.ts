import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { isOwn } from "@/lib/exporters/own-profile";
import { refuse, type Refused } from "@/lib/imports/refusal";
import { scanColumns, sentScans } from "@/lib/imports/sent-scans";
import { idIs } from "@/lib/row-id";

/**
 * A scan that an exporter sent with a message, locked until the transaction ends, if the officer may register from
 * it: it becomes the scan of one import certificate, once.
 */
export async function lockScan(
  tx: Tx,
  viewer: OfficerViewer,
  documentId: string,
): Promise<{ readonly ok: true; readonly value: { id: string; exporterId: string } } | Refused> {
  const where = { AND: [sentScans, idIs(documentId)] };
  const there = await tx.document.findFirst({ where, select: { id: true } });
  if (!there) return refuse("notFound");
  await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${there.id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.document.findFirst({ where, select: scanColumns(viewer) });
  const exporter = found?.message?.thread.exporter;
  // What was sent for a profile that is another one now is registered for that one, from its page.
  if (!found || !exporter || exporter.mergedIntoId !== null) return refuse("notFound");
  if (isOwn(exporter)) return refuse("ownProfile");
  if (found.importCertificate) {
    return refuse("scanRegistered", { by: found.importCertificate.number });
  }
  return { ok: true, value: { id: found.id, exporterId: exporter.id } };
}
