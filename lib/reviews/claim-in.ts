import "server-only";
import { transitions } from "@/lib/applications/status";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { actedOnBy } from "@/lib/reviews/access";
import { done, whyNotHold, type Outcome } from "@/lib/reviews/refusal";

const { beginReview } = transitions;

/** Claims a file inside the transaction of a command, which has asked for the role. */
export async function claimIn(
  tx: Tx,
  viewer: OfficerViewer,
  applicationId: string,
): Promise<Outcome<void, "alreadyYours">> {
  const at = now();
  const data = { holderId: viewer.userId, claimedAt: at, touchedAt: at };
  const select = { exporterId: true } as const;
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
}
