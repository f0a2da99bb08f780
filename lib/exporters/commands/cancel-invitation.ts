import "server-only";
import { actorOf, type ExporterViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { lockAsOwner } from "@/lib/exporters/hold";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/** Takes an invitation back, as long as it is open. */
export async function cancelInvitation(
  viewer: ExporterViewer,
  exporterId: string,
  invitationId: string,
): Promise<Result<void, "notFound" | "ended">> {
  return transaction(async (tx) => {
    if (!(await lockAsOwner(tx, viewer, exporterId))) return err("notFound");
    const where = { AND: [idIs(invitationId), { exporterId }] };
    if ((await tx.mandateInvitation.count({ where })) === 0) return err("notFound");
    const { count } = await tx.mandateInvitation.updateMany({
      where: { ...where, outcome: null },
      data: { outcome: "cancelled", endedAt: now(), endedById: viewer.userId },
    });
    if (count === 0) return err("ended");
    await record(tx, actorOf(viewer), {
      kind: "mandate.invitationCancelled",
      exporterId,
      data: { invitationId },
    });
    return ok(undefined);
  });
}
