import "server-only";
import { transitions } from "@/lib/applications/status";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { done, notAllowed, whyNot, type Outcome } from "@/lib/reviews/refusal";

/** A signatory gives a file back to its reviewer, with the reason. The carats stay reserved. */
export async function sendBack(
  viewer: OfficerViewer,
  applicationId: string,
  reason: string,
): Promise<Outcome<void>> {
  if (!hasRole(viewer, "signatory")) return notAllowed;
  const at = now();
  return transaction(async (tx) => {
    const [file] = await tx.application.updateManyAndReturn({
      where: {
        AND: [actedOnBy(viewer, applicationId)],
        status: { in: [...transitions.sendBack.from] },
      },
      // With its reviewer from now on, who has not looked at it yet.
      data: { status: transitions.sendBack.to, claimedAt: at, touchedAt: at },
      select: { exporterId: true },
    });
    if (!file) return whyNot(tx, viewer, applicationId, "sendBack");
    await record(tx, actorOf(viewer), {
      kind: "application.moved",
      applicationId,
      exporterId: file.exporterId,
      data: { move: "sendBack", note: reason },
    });
    return done;
  });
}
