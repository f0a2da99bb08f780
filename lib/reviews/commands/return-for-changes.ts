import "server-only";
import { passClock } from "@/lib/applications/clock";
import { placeIn } from "@/lib/applications/places";
import { readSnapshot } from "@/lib/applications/snapshot";
import { transitions } from "@/lib/applications/status";
import { findOpenWithdrawal } from "@/lib/applications/withdrawals";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now, todayInOttawa } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { Problem } from "@/lib/forms/form-state";
import { addJob } from "@/lib/jobs/queue";
import { listReturnReasons } from "@/lib/reference/queries";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { done, notAllowed, refuse, whyNot, type Outcome } from "@/lib/reviews/refusal";
import type { ReturnNotice } from "@/lib/reviews/schema";
import { touch } from "@/lib/reviews/touch";

type ReturnOutcome = Outcome<void, "withdrawalAsked" | "unknownReason"> & {
  readonly problems?: readonly Problem[];
};

/**
 * The notice of deficiency with its reasons (Act, s. 9(1)(b)), by the officer who holds the file.
 * The carats stay reserved, the file stays with its holder, and only the named sections unlock.
 */
export async function returnForChanges(
  viewer: OfficerViewer,
  applicationId: string,
  { requests, dueOn }: ReturnNotice,
): Promise<ReturnOutcome> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  return transaction<ReturnOutcome>(async (tx) => {
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
    const at = now();
    await passClock(tx, applicationId, transitions.returnForChanges.to, at);
    const reasons = await listReturnReasons(todayInOttawa(), tx);
    const chosen = requests.map(({ reasonCode }) =>
      reasons.find(({ code }) => code === reasonCode),
    );
    const unknown = requests.flatMap(({ section, reasonCode }, i) =>
      reasonCode === undefined || isFor(chosen[i], section)
        ? []
        : [{ field: `requests[${i}].reasonCode`, key: "review.reason.unknown" } as const],
    );
    if (unknown.length > 0) rollBack({ ...refuse("unknownReason"), problems: unknown });
    const { id: submissionId, snapshot } = await tx.submission.findUniqueOrThrow({
      where: { applicationId_version: { applicationId, version: file.submissionVersion } },
      select: { id: true, snapshot: true },
    });
    const submitted = readSnapshot(snapshot);
    await tx.changeRequest.createMany({
      data: requests.map(({ section, field, reason }, i) => ({
        applicationId,
        submissionVersion: file.submissionVersion,
        section,
        ...placeIn(submitted, field || null),
        reason: reason ?? "",
        ...keptReason(chosen[i]),
        dueOn: new Date(dueOn),
        // They are read in the order in which they were asked, as the officer saw them in the letter.
        askedAt: new Date(at.getTime() + i),
        askedById: viewer.userId,
      })),
    });
    await touch(tx, viewer, applicationId);
    await record(tx, actorOf(viewer), {
      kind: "application.moved",
      applicationId,
      exporterId: file.exporterId,
      data: { move: "returnForChanges" },
    });
    await addJob(tx, "renderNotice", { submissionId }, { jobKey: `notice ${submissionId}` });
    return done;
  });
}

type Reason = Awaited<ReturnType<typeof listReturnReasons>>[number];

/** Whether a reason is offered for a section. */
function isFor(reason: Reason | undefined, section: string): boolean {
  return reason !== undefined && (reason.section === null || reason.section === section);
}

/** The chosen reason as it reads today; it may be reworded tomorrow. */
function keptReason(reason: Reason | undefined) {
  if (!reason) return {};
  return { reasonCode: reason.code, reasonEn: reason.textEn, reasonFr: reason.textFr };
}
