import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { holdMandate } from "@/lib/exporters/hold";
import { announcementsPreparedBy } from "@/lib/imports/access";
import { announcedColumns } from "@/lib/imports/announced";
import { idIs, isUuid } from "@/lib/row-id";

/**
 * The announcement, locked until the transaction ends, for who may prepare for its profile now; null for
 * everybody else. What it may become is asked afterwards: of two who press at once, the second finds what
 * the first has made of it.
 */
export async function lockOwn(tx: Tx, viewer: Viewer, announcementId: string) {
  if (!isUuid(announcementId)) return null;
  const mine = { AND: [announcementsPreparedBy(viewer), idIs(announcementId)] };
  // Nobody else makes the office wait.
  const known = await tx.importAnnouncement.findFirst({
    where: mine,
    select: { exporterId: true },
  });
  if (!known || !(await holdMandate(tx, viewer, known.exporterId, "prepare"))) return null;
  await tx.$queryRaw`
    SELECT 1 FROM "ImportAnnouncement" WHERE id = ${announcementId}::uuid FOR UPDATE`;
  return tx.importAnnouncement.findFirst({
    where: mine,
    select: { id: true, exporterId: true, status: true, version: true, ...announcedColumns },
  });
}
