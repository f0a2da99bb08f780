import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { lockOwn } from "@/lib/imports/commands/lock-own";
import { announcementMoves, announcementMovesFor } from "@/lib/imports/status";
import { err, ok, type Result } from "@/lib/result";

/** Ends an announcement that the office has not answered for good. */
export async function withdrawAnnouncement(
  viewer: Viewer,
  announcementId: string,
): Promise<Result<void, "notFound" | "notPossible">> {
  return transaction(async (tx) => {
    const locked = await lockOwn(tx, viewer, announcementId);
    if (!locked) return err("notFound");
    const { id, exporterId, status } = locked;
    if (!announcementMovesFor("exporter", status).includes("withdraw")) return err("notPossible");
    await tx.importAnnouncement.update({
      where: { id },
      data: { status: announcementMoves.withdraw.to, version: { increment: 1 } },
    });
    await record(tx, actorOf(viewer), {
      kind: "import.withdrawn",
      announcementId: id,
      exporterId,
      data: {},
    });
    return ok(undefined);
  });
}
