import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { announcedIn } from "@/lib/imports/announced";
import { lockOwn } from "@/lib/imports/commands/lock-own";
import { lacksOf, type Lack } from "@/lib/imports/lacks";
import { announcementMoves, announcementMovesFor } from "@/lib/imports/status";
import { err, ok, type Result } from "@/lib/result";
import { asVersion } from "@/lib/row-id";

/** Asks the office to register what was announced: exactly what the sender has seen. */
export async function sendAnnouncement(
  viewer: Viewer,
  announcementId: string,
  version: number,
): Promise<Result<void, "notFound" | "notPossible" | "changedMeanwhile" | Lack>> {
  return transaction(async (tx) => {
    const locked = await lockOwn(tx, viewer, announcementId);
    if (!locked) return err("notFound");
    const { id, exporterId, status } = locked;
    if (!announcementMovesFor("exporter", status).includes("send")) return err("notPossible");
    if (locked.version !== asVersion(version)) return err("changedMeanwhile");
    const files = await tx.document.findMany({
      where: { announcementId: id, removedAt: null },
      select: { scan: true },
    });
    const [lack] = lacksOf(announcedIn(locked), files);
    if (lack) return err(lack);
    await tx.importAnnouncement.update({
      where: { id },
      data: { status: announcementMoves.send.to, sentAt: now(), version: { increment: 1 } },
    });
    await record(tx, actorOf(viewer), {
      kind: "import.sent",
      announcementId: id,
      exporterId,
      data: {},
    });
    return ok(undefined);
  });
}
