import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { announces } from "@/lib/broadcasts/access";
import { now } from "@/lib/clock";
import { transaction, violatedConstraint } from "@/lib/db";
import { record } from "@/lib/events/record";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

export type TakeBackError = "notAllowed" | "notFound" | "ended";

/**
 * Takes an announcement back before its time is over: no page shows it any more, and nobody is told who has not
 * been yet. What people were told stays with them.
 */
export async function takeBack(
  viewer: OfficerViewer,
  id: string,
): Promise<Result<void, TakeBackError>> {
  if (!announces(viewer)) return err("notAllowed");
  try {
    return await transaction(async (tx) => {
      const [taken] = await tx.broadcast.updateManyAndReturn({
        where: { ...idIs(id), takenBackAt: null, shownUntil: { gt: now() } },
        data: { takenBackAt: now(), takenBackById: viewer.userId },
        select: { id: true },
      });
      if (!taken)
        return err((await tx.broadcast.count({ where: idIs(id) })) > 0 ? "ended" : "notFound");
      await record(tx, actorOf(viewer), {
        kind: "broadcast.takenBack",
        data: { broadcastId: taken.id },
      });
      return ok(undefined);
    });
  } catch (thrown) {
    // Whose role was taken away since the request began.
    if (violatedConstraint(thrown) === "Broadcast_by_administrator") return err("notAllowed");
    throw thrown;
  }
}
