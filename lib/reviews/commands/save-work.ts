import "server-only";
import { evaluate } from "@/lib/applications/rules/engine";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { fullName, named } from "@/lib/people/name";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { saidByRule } from "@/lib/reviews/findings";
import { mergeWork, type WorkClash } from "@/lib/reviews/merge-work";
import { notAllowed, refuse, whyNot, type Outcome } from "@/lib/reviews/refusal";
import { lockedFacts } from "@/lib/reviews/submitted-facts";
import { touch } from "@/lib/reviews/touch";
import { keptFrom, workOf, type Work } from "@/lib/reviews/work";
import { asVersion, isUuid } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

export interface SavingWork {
  readonly submissionVersion: number;
  /** Of the work that the page was drawn from; 0 where nothing was saved. */
  readonly version: number;
  readonly work: Work;
  /** Between what two people wrote, as they were sent. */
  readonly choices: Readonly<Record<string, string>>;
}

export interface SavedWork {
  readonly version: number;
  /** As it is stored now, with what somebody else has saved meanwhile. */
  readonly work: Work;
  readonly at: Date;
  /** What two people answered differently, and who the other one is; null where they did not. */
  readonly clash: {
    readonly by: string;
    readonly at: Date;
    readonly fields: readonly WorkClash[];
  } | null;
}

/**
 * Keeps how far the review of a submission has come, by the officer who holds the file. A newer save is
 * never overwritten: what both answered differently stays as it was stored, and is told.
 */
export async function saveWork(
  viewer: OfficerViewer,
  applicationId: string,
  saving: SavingWork,
): Promise<Outcome<SavedWork, "newSubmission">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  if (!isUuid(applicationId)) return refuse("notFound");
  return transaction(async (tx) => {
    const at = now();
    // The lock, too: of two saves the second sees what the first one stored.
    await touch(tx, viewer, applicationId);
    const file = await tx.application.findFirst({
      where: {
        AND: [actedOnBy(viewer, applicationId)],
        status: "in_review",
        holderId: viewer.userId,
      },
      select: { exporterId: true, submissionVersion: true },
    });
    if (!file) return whyNot(tx, viewer, applicationId, "returnForChanges");
    const { submissionVersion } = file;
    if (asVersion(saving.submissionVersion) !== submissionVersion) {
      rollBack(refuse("newSubmission"));
    }
    const id = { applicationId_submissionVersion: { applicationId, submissionVersion } };
    const stored = await tx.reviewWork.findUnique({ where: id, include: { savedBy: named } });
    const newer = stored && stored.version !== saving.version ? stored : null;
    const { merged, clashes } = mergeWork(saving.work, newer ? workOf(newer) : {}, saving.choices);
    const clash =
      newer && clashes.length > 0
        ? { by: fullName(newer.savedBy), at: newer.savedAt, fields: clashes }
        : null;
    const { facts } = await lockedFacts(tx, applicationId);
    const version = (stored?.version ?? 0) + 1;
    const { kept, sections } = keptFrom(merged, saidByRule(evaluate(facts)));
    const data = {
      checklist: kept as unknown as Prisma.InputJsonObject,
      acceptedSections: sections,
      version,
      savedById: viewer.userId,
      savedAt: at,
    };
    await tx.reviewWork.upsert({
      where: id,
      create: { applicationId, submissionVersion, ...data },
      update: data,
    });
    await record(tx, actorOf(viewer), {
      kind: "review.saved",
      applicationId,
      exporterId: file.exporterId,
      data: { submissionVersion, version },
    });
    return { ok: true, value: { version, work: merged, at, clash } };
  });
}
