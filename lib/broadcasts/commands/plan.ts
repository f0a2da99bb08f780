import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { announces } from "@/lib/broadcasts/access";
import { findNamed, type Unclear } from "@/lib/broadcasts/named-exporters";
import type { NewBroadcast } from "@/lib/broadcasts/schema";
import { now } from "@/lib/clock";
import { transaction, violatedConstraint } from "@/lib/db";
import { record } from "@/lib/events/record";
import { addJob } from "@/lib/jobs/queue";
import { err, ok, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

export type PlanError = "notAllowed" | "past" | "unknownExporters";
export type PlanRefusal = { ok: false; error: PlanError; lines?: readonly Unclear[] };

/**
 * Plans an announcement: pages show it in its time, and the worker tells its readers when that begins; where the time has
 * begun, at once, and it is kept from when it really shows. `id` is drawn
 * by the form, so that of two presses one counts.
 */
export async function planBroadcast(
  viewer: OfficerViewer,
  id: string,
  { numbers, ...planned }: NewBroadcast,
): Promise<Result<{ broadcastId: string }, never> | PlanRefusal> {
  if (!announces(viewer) || !isUuid(id)) return err("notAllowed");
  const at = now();
  if (planned.shownUntil <= at) return err("past");
  const shownFrom = planned.shownFrom > at ? planned.shownFrom : at;
  const { found, unclear } = await findNamed(numbers);
  if (unclear.length > 0) return { ...err("unknownExporters"), lines: unclear };
  try {
    return await transaction(async (tx) => {
      const { count } = await tx.broadcast.createMany({
        data: [{ ...planned, id, shownFrom, plannedById: viewer.userId, plannedAt: at }],
        skipDuplicates: true,
      });
      const { plannedById } = await tx.broadcast.findUniqueOrThrow({ where: { id } });
      if (plannedById !== viewer.userId) return err("notAllowed");
      if (count === 0) return ok({ broadcastId: id });
      await tx.broadcastExporter.createMany({
        data: found.map((exporter) => ({ broadcastId: id, exporterId: exporter.id })),
      });
      // Its readers are told as soon as it shows, not at the next full minute.
      await addJob(tx, "publishBroadcasts", {}, { runAt: shownFrom });
      await record(tx, actorOf(viewer), { kind: "broadcast.planned", data: { broadcastId: id } });
      return ok({ broadcastId: id });
    });
  } catch (thrown) {
    // Whose role was taken away since the request began.
    if (violatedConstraint(thrown) === "Broadcast_by_administrator") return err("notAllowed");
    throw thrown;
  }
}
