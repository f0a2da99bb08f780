import "server-only";
import { actorOf, profilesWith, type Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { holdMandate } from "@/lib/exporters/hold";
import { announcementsVisibleTo } from "@/lib/imports/access";
import { columnsOf } from "@/lib/imports/announced";
import type { AnnouncedImport } from "@/lib/imports/schema-announce";
import { err, ok, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

/** Begins to announce an import. However often the press that `creationToken` stands for is sent, one is made. */
export async function announceImport(
  viewer: Viewer,
  exporterId: string,
  announced: AnnouncedImport,
  creationToken: string,
): Promise<Result<{ announcementId: string }, "notFound">> {
  if (viewer.kind !== "exporter" || !isUuid(creationToken)) return err("notFound");
  if (!profilesWith(viewer, "prepare").includes(exporterId)) return err("notFound");
  return transaction(async (tx) => {
    if (!(await holdMandate(tx, viewer, exporterId, "prepare"))) return err("notFound");
    const columns = { ...columnsOf(announced), createdById: viewer.userId };
    const { count } = await tx.importAnnouncement.createMany({
      data: [{ exporterId, creationToken, ...columns }],
      skipDuplicates: true,
    });
    const made = await tx.importAnnouncement.findFirst({
      where: { AND: [announcementsVisibleTo(viewer)], creationToken, exporterId },
      select: { id: true },
    });
    if (!made) return err("notFound");
    const announcementId = made.id;
    if (count === 1) {
      await record(tx, actorOf(viewer), {
        kind: "import.announced",
        announcementId,
        exporterId,
        data: {},
      });
    }
    return ok({ announcementId });
  });
}
