import "server-only";
import { passClock } from "@/lib/applications/clock";
import { placeIn } from "@/lib/applications/places";
import { readSnapshot } from "@/lib/applications/snapshot";
import { transitions } from "@/lib/applications/status";
import { findOpenWithdrawal } from "@/lib/applications/withdrawals";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { done, notAllowed, refuse, whyNot, type Outcome } from "@/lib/reviews/refusal";
import type { ReturnNotice } from "@/lib/reviews/schema";

/**
 * The notice of deficiency with its reasons (Act, s. 9(1)(b)), by the officer who holds the file.
 * The carats stay reserved, the file stays with its holder, and only the named sections unlock.
 */
export async function returnForChanges(
  viewer: OfficerViewer,
  applicationId: string,
  { requests, dueOn }: ReturnNotice,
): Promise<Outcome<void, "withdrawalAsked">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  return transaction(async (tx) => {
    const [file] = await tx.application.updateManyAndReturn({
      where: {
        AND: [actedOnBy(viewer, applicationId)],
        status: { in: [...transitions.returnForChanges.from] },
        holderId: viewer.userId,
      },
      data: {
        status: transitions.returnForChanges.to,
        answerDueOn: new Date(dueOn),
      },
      select: { exporterId: true, submissionVersion: true },
    });
    if (!file) return whyNot(tx, viewer, applicationId, "returnForChanges");
    if (await findOpenWithdrawal(tx, applicationId)) rollBack(refuse("withdrawalAsked"));
    await passClock(tx, applicationId, transitions.returnForChanges.to, now());
    const { snapshot } = await tx.submission.findUniqueOrThrow({
      where: { applicationId_version: { applicationId, version: file.submissionVersion } },
      select: { snapshot: true },
    });
    const { answers } = readSnapshot(snapshot);
    await tx.changeRequest.createMany({
      data: requests.map(({ section, field, reason }) => ({
        applicationId,
        submissionVersion: file.submissionVersion,
        section,
        ...placeIn(answers, field || null),
        reason,
        askedById: viewer.userId,
      })),
    });
    await record(tx, actorOf(viewer), {
      kind: "application.moved",
      applicationId,
      exporterId: file.exporterId,
      data: { move: "returnForChanges" },
    });
    return done;
  });
}
