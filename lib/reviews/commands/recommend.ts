import "server-only";
import { passClock } from "@/lib/applications/clock";
import { evaluate } from "@/lib/applications/rules/engine";
import type { Facts } from "@/lib/applications/rules/rule";
import { transitions } from "@/lib/applications/status";
import { findOpenWithdrawal } from "@/lib/applications/withdrawals";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now, todayInOttawa } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { Problem } from "@/lib/forms/form-state";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { completeChecklist, type Checklist, type ChecklistInput } from "@/lib/reviews/checklist";
import { figuresOf } from "@/lib/reviews/figures";
import { isBlocking, rulesToDecide } from "@/lib/reviews/findings";
import { hasHandIn } from "@/lib/reviews/four-eyes";
import type { Ground } from "@/lib/reviews/grounds";
import {
  done,
  notAllowed,
  refuse,
  whyNot,
  type Outcome,
  type Refusal,
} from "@/lib/reviews/refusal";
import { lockedFacts } from "@/lib/reviews/submitted-facts";
import { touch } from "@/lib/reviews/touch";
import type { Prisma } from "@/prisma/generated/client";

export type Advice =
  | { outcome: "issue"; reasons: string; checklist: ChecklistInput }
  | { outcome: "reject"; reasons: string; ground: Ground; checklist: ChecklistInput | null };

type AdviceError =
  | "blocked"
  | "incomplete"
  | "notOverdue"
  | "onlyNotRemedied"
  | "neverReturned"
  | "withdrawalAsked"
  | "editor";
type AdviceOutcome = Outcome<void, AdviceError> & { readonly problems?: readonly Problem[] };

/**
 * The reviewer's advice to the signatory, by the officer who holds the file. To issue, no rule may
 * stop the application today and the checklist must be complete. From `returned` only a rejection
 * because the deficiency was not remedied in time (Act, s. 10), once the day to answer by has passed.
 */
export async function recommend(
  viewer: OfficerViewer,
  applicationId: string,
  advice: Advice,
): Promise<AdviceOutcome> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  const notRemedied = advice.outcome === "reject" && advice.ground === "not_remedied";
  return transaction<AdviceOutcome>(async (tx) => {
    const [reviewed] = await tx.application.updateManyAndReturn({
      where: {
        AND: [actedOnBy(viewer, applicationId)],
        status: "in_review",
        holderId: viewer.userId,
      },
      data: { status: transitions.recommend.to },
      select: moved,
    });
    const [file = reviewed] =
      reviewed || !notRemedied
        ? []
        : await tx.application.updateManyAndReturn({
            where: {
              AND: [actedOnBy(viewer, applicationId)],
              status: "returned",
              answerDueOn: { lt: new Date(todayInOttawa()) },
              holderId: viewer.userId,
            },
            data: { status: transitions.recommend.to },
            select: moved,
          });
    if (!file) return whyNotRecommend(tx, viewer, applicationId, notRemedied);
    if (await findOpenWithdrawal(tx, applicationId)) rollBack(refuse("withdrawalAsked"));
    if (await hasHandIn(tx, viewer, applicationId)) rollBack(refuse("editor"));

    await passClock(tx, applicationId, transitions.recommend.to, now());
    const { submissionId, facts } = await lockedFacts(tx, applicationId);
    if (notRemedied && (await tx.changeRequest.count({ where: { applicationId } })) === 0) {
      rollBack(refuse("neverReturned"));
    }
    await tx.recommendation.create({
      data: {
        applicationId,
        submissionId,
        outcome: advice.outcome,
        reasons: advice.reasons,
        ground: advice.outcome === "reject" ? advice.ground : null,
        findings: evaluate(facts) as unknown as Prisma.InputJsonArray,
        checklist: (reviewed ? judge(facts, advice) : nothingChecked) as unknown as Json,
        recommendedById: viewer.userId,
        recommendedAt: now(),
      },
    });
    await touch(tx, viewer, applicationId);
    await record(tx, actorOf(viewer), {
      kind: "application.moved",
      applicationId,
      exporterId: file.exporterId,
      data: { move: "recommend" },
    });
    return done;
  });
}

type Json = Prisma.InputJsonObject;
const moved = { exporterId: true } as const;

const nothingChecked: Checklist = {
  version: 2,
  answers: {},
  readings: {},
  dispositions: [],
  sections: [],
};

/** The complete checklist, or the transaction ends with what is missing. */
function judge(facts: Facts, advice: Advice): Checklist {
  if (advice.checklist === null) return nothingChecked;
  const findings = evaluate(facts);
  if (advice.outcome === "issue" && findings.some(isBlocking)) {
    rollBack(refuse("blocked"));
  }
  const checked = completeChecklist(
    advice.checklist,
    figuresOf(facts.answers),
    rulesToDecide(findings),
    advice.outcome,
  );
  const missing: Problem[] = checked.ok ? [] : checked.problems;
  if (!advice.reasons.trim()) missing.push({ field: "reasons", key: "review.reason.required" });
  if (checked.ok && missing.length === 0) return checked.value;
  return rollBack({ ...refuse("incomplete"), problems: missing });
}

/** A returned file has its own two reasons to wait. */
async function whyNotRecommend(
  tx: Tx,
  viewer: OfficerViewer,
  applicationId: string,
  notRemedied: boolean,
): Promise<Refusal<AdviceError>> {
  const refused = await whyNot(tx, viewer, applicationId, "recommend");
  if (refused.error !== "moved") return refused;
  const file = await tx.application.findUnique({
    where: { id: applicationId },
    select: { status: true },
  });
  if (file?.status !== "returned") return refused;
  return { ok: false, error: notRemedied ? "notOverdue" : "onlyNotRemedied" };
}
