import "server-only";
import { passClock } from "@/lib/applications/clock";
import { keepServiceFact } from "@/lib/applications/service-fact";
import { transitions } from "@/lib/applications/status";
import { findOpenWithdrawal } from "@/lib/applications/withdrawals";
import { isSteppedUp } from "@/lib/auth/step-up";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { addJob } from "@/lib/jobs/queue";
import { releaseReserved } from "@/lib/imports/ledger";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import {
  findRecommendation,
  fourEyes,
  refusedByDatabase,
  type FourEyesError,
} from "@/lib/reviews/four-eyes";
import { done, notAllowed, refuse, stepUpFirst, whyNot, type Outcome } from "@/lib/reviews/refusal";
import type { RefusalInput } from "@/lib/reviews/schema";

/**
 * The statutory refusal, final, with written reasons (Act, s. 9(1)(c) or s. 10), by a signatory on a
 * recommendation to reject. The carats go back to their import certificates.
 */
export async function reject(
  viewer: OfficerViewer,
  applicationId: string,
  { reasons, ground }: RefusalInput,
  recommendationRead?: string,
): Promise<Outcome<void, FourEyesError | "stepUp" | "withdrawalAsked">> {
  if (!hasRole(viewer, "signatory")) return notAllowed;
  if (!isSteppedUp(viewer)) return stepUpFirst;
  try {
    return await transaction<Outcome<void, FourEyesError | "withdrawalAsked">>(async (tx) => {
      const [file] = await tx.application.updateManyAndReturn({
        where: {
          AND: [actedOnBy(viewer, applicationId)],
          status: { in: [...transitions.reject.from] },
        },
        data: { status: transitions.reject.to, holderId: null },
        select: { exporterId: true },
      });
      if (!file) return whyNot(tx, viewer, applicationId, "reject");
      if (await findOpenWithdrawal(tx, applicationId)) rollBack(refuse("withdrawalAsked"));
      const instant = now();
      await passClock(tx, applicationId, transitions.reject.to, instant);
      const recommendation = await findRecommendation(tx, viewer, applicationId);
      const objection = fourEyes(viewer, recommendation, "reject", recommendationRead);
      if (objection) rollBack(refuse(objection));
      const { id: decisionId } = await tx.decision.create({
        select: { id: true },
        data: {
          applicationId,
          recommendationId: recommendation.id,
          recommendedById: recommendation.recommendedById,
          outcome: "reject",
          reasons,
          ground,
          signedById: viewer.userId,
          signedAt: instant,
        },
      });
      await keepServiceFact(tx, applicationId, instant);
      await releaseReserved(tx, { applicationId, actorId: viewer.userId, reason: "rejected" });
      await record(tx, actorOf(viewer), {
        kind: "application.moved",
        applicationId,
        exporterId: file.exporterId,
        data: { move: "reject", note: reasons },
      });
      await addJob(tx, "renderRejection", { decisionId }, { jobKey: `rejection ${decisionId}` });
      return done;
    });
  } catch (thrown) {
    const refused = refusedByDatabase(thrown);
    if (refused) return refuse(refused);
    throw thrown;
  }
}
