import "server-only";
import { actorOf, type ExporterViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction, violatedConstraint, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { holdMandate, lockProfile } from "@/lib/exporters/hold";
import { inForce } from "@/lib/people/mandate";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/**
 * Ends a mandate at once: an owner removes somebody, or the person resigns. The last owner stays, also
 * when two leave at the same moment: that is for the database to say.
 */
export async function endMandate(
  viewer: ExporterViewer,
  mandateId: string,
): Promise<Result<{ self: boolean }, "notFound" | "lastOwner">> {
  const theirs = viewer.standings.map(({ exporterId }) => exporterId);
  try {
    return await transaction(async (tx) => {
      const mandate = await tx.mandate.findFirst({
        where: { AND: [idIs(mandateId), inForce(), { exporterId: { in: theirs } }] },
        select: { id: true, exporterId: true, userId: true },
      });
      if (!mandate) return err("notFound");
      const { id, exporterId, userId } = mandate;
      const self = userId === viewer.userId;
      await lockProfile(tx, exporterId);
      if (!self && !(await holdMandate(tx, viewer, exporterId, "owner"))) return err("notFound");
      const { count } = await tx.mandate.updateMany({
        where: { id, endedAt: null },
        data: { endedAt: now(), endedBy: viewer.userId },
      });
      if (count === 0) return err("notFound");
      await record(tx, actorOf(viewer), {
        kind: "mandate.ended",
        exporterId,
        personId: userId,
        data: { mandateId: id, by: self ? "self" : "owner" },
      });
      if (!self) await cancelInvitationsOf(tx, viewer, exporterId, userId);
      return ok({ self });
    });
  } catch (thrown) {
    if (violatedConstraint(thrown) === "Exporter_has_owner") return err("lastOwner");
    throw thrown;
  }
}

/** Who is removed brings nobody in by an invitation that was still open. */
async function cancelInvitationsOf(
  tx: Tx,
  viewer: ExporterViewer,
  exporterId: string,
  invitedById: string,
): Promise<void> {
  const cancelled = await tx.mandateInvitation.updateManyAndReturn({
    where: { exporterId, invitedById, outcome: null },
    data: { outcome: "cancelled", endedAt: now(), endedById: viewer.userId },
    select: { id: true },
  });
  for (const { id: invitationId } of cancelled) {
    await record(tx, actorOf(viewer), {
      kind: "mandate.invitationCancelled",
      exporterId,
      data: { invitationId },
    });
  }
}
