import "server-only";
import { transitions } from "@/lib/applications/status";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { done, notAllowed, whyNotHold, type Outcome } from "@/lib/reviews/refusal";

const { beginReview } = transitions;

/**
 * Takes a file that nobody holds. The first claim of a submission begins the review. Of two officers
 * who press at once one wins; the other is told by whom.
 */
export async function claim(
  viewer: OfficerViewer,
  applicationId: string,
): Promise<Outcome<void, "alreadyYours">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  const data = { holderId: viewer.userId, claimedAt: now() };
  const select = { exporterId: true } as const;
  return transaction(async (tx) => {
    const [begun] = await tx.application.updateManyAndReturn({
      where: {
        AND: [actedOnBy(viewer, applicationId)],
        status: { in: [...beginReview.from] },
        holderId: null,
      },
      data: { ...data, status: beginReview.to },
      select,
    });
    const [file = begun] = begun
      ? []
      : await tx.application.updateManyAndReturn({
          where: {
            AND: [actedOnBy(viewer, applicationId)],
            status: { in: ["in_review", "returned"] },
            holderId: null,
          },
          data,
          select,
        });
    if (!file) return whyNotHold(tx, viewer, applicationId);
    const about = { applicationId, exporterId: file.exporterId };
    if (begun) {
      await record(tx, actorOf(viewer), {
        kind: "application.moved",
        ...about,
        data: { move: "beginReview" },
      });
    }
    await record(tx, actorOf(viewer), {
      kind: "application.holderChanged",
      ...about,
      data: { from: null, to: viewer.userId },
    });
    return done;
  });
}
