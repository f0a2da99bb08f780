import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { done, heldStatuses, notAllowed, whyNotHold, type Outcome } from "@/lib/reviews/refusal";

/** Gives a file back to the queue. Its state stays. */
export async function release(
  viewer: OfficerViewer,
  applicationId: string,
): Promise<Outcome<void, "alreadyYours">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  return transaction(async (tx) => {
    const [file] = await tx.application.updateManyAndReturn({
      where: {
        AND: [actedOnBy(viewer, applicationId)],
        status: { in: [...heldStatuses] },
        holderId: viewer.userId,
      },
      data: { holderId: null, claimedAt: null, touchedAt: null },
      select: { exporterId: true },
    });
    if (!file) return whyNotHold(tx, viewer, applicationId);
    await record(tx, actorOf(viewer), {
      kind: "application.holderChanged",
      applicationId,
      exporterId: file.exporterId,
      data: { from: viewer.userId, to: null },
    });
    return done;
  });
}
