import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import {
  done,
  heldStatuses,
  notAllowed,
  refuse,
  whyNotHold,
  type Outcome,
} from "@/lib/reviews/refusal";
import { isUuid } from "@/lib/row-id";

/**
 * Takes a file from the officer who holds it, with a reason that stays in the trail. `from` is the
 * holder the person saw: if it has changed hands meanwhile, nothing happens and they are told.
 */
export async function takeOver(
  viewer: OfficerViewer,
  applicationId: string,
  { from, reason }: { from: string; reason: string },
): Promise<Outcome<void, "alreadyYours">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  if (!isUuid(from)) return refuse("notFound");
  if (from === viewer.userId) return { ok: false, error: "alreadyYours" };
  const at = now();
  return transaction(async (tx) => {
    const [file] = await tx.application.updateManyAndReturn({
      where: {
        AND: [actedOnBy(viewer, applicationId)],
        status: { in: [...heldStatuses] },
        holderId: from,
      },
      data: { holderId: viewer.userId, claimedAt: at, touchedAt: at },
      select: { exporterId: true },
    });
    if (!file) return whyNotHold(tx, viewer, applicationId);
    await record(tx, actorOf(viewer), {
      kind: "application.holderChanged",
      applicationId,
      exporterId: file.exporterId,
      data: { from, to: viewer.userId, reason },
    });
    return done;
  });
}
