import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now, todayInOttawa } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { Problem } from "@/lib/forms/form-state";
import { threadsVisibleTo } from "@/lib/messages/access";
import { listReturnReasons } from "@/lib/reference/queries";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { done, notAllowed, refuse, whyNot, type Outcome } from "@/lib/reviews/refusal";
import { reviewLimits, type PreparedInput } from "@/lib/reviews/schema";
import { idIs, isUuid } from "@/lib/row-id";

type Prepared = Outcome<void, "unknownReason" | "tooManyPrepared"> & {
  readonly problems?: readonly Problem[];
};

/**
 * Turns a question of a conversation into a request of the next notice about its application, by the officer who
 * reviews that. Nothing is sent and no state changes: the form of the notice begins with it. `token` stands for one
 * press: however often it comes, one request is prepared.
 */
export async function prepareRequest(
  viewer: OfficerViewer,
  threadId: string,
  input: PreparedInput,
  token: string,
): Promise<Prepared> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  if (!isUuid(token)) return refuse("notFound");
  return transaction<Prepared>(async (tx) => {
    const thread = await findMatter(tx, viewer, threadId);
    if (!thread) return refuse("notFound");
    const { applicationId, exporterId } = thread;
    const file = await lockReviewed(tx, viewer, applicationId);
    if (!file) return whyNot(tx, viewer, applicationId, "returnForChanges");
    if (
      await tx.preparedRequest.findFirst({ where: { id: token, threadId, byId: viewer.userId } })
    ) {
      return done;
    }
    const { submissionVersion } = file;
    const others = { applicationId, submissionVersion, takenBackAt: null };
    if ((await tx.preparedRequest.count({ where: others })) >= reviewLimits.requests) {
      return refuse("tooManyPrepared");
    }
    const { section, field, reasonCode = null, reason = "" } = input;
    if (reasonCode !== null && !(await isOffered(tx, reasonCode, section))) {
      const problems = [{ field: "reasonCode", key: "review.reason.unknown" }] as const;
      return { ...refuse("unknownReason"), problems };
    }
    const place = field ? `${section}:${field}` : section;
    await tx.preparedRequest.create({
      data: {
        ...{ id: token, threadId, applicationId, submissionVersion },
        ...{ place, reasonCode, words: reason, byId: viewer.userId, at: now() },
      },
    });
    await record(tx, actorOf(viewer), {
      kind: "thread.requestPrepared",
      ...{ applicationId, exporterId },
      data: { threadId, requestId: token },
    });
    return done;
  });
}

/** Takes it back: the form of the notice does not begin with it any more. */
export async function takeBackRequest(
  viewer: OfficerViewer,
  requestId: string,
): Promise<Outcome<void>> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  return transaction<Outcome<void>>(async (tx) => {
    const found = await tx.preparedRequest.findFirst({
      where: { AND: [{ thread: threadsVisibleTo(viewer) }, idIs(requestId)] },
      select: { id: true, threadId: true, applicationId: true },
    });
    if (!found) return refuse("notFound");
    const { id, threadId, applicationId } = found;
    const file = await lockReviewed(tx, viewer, applicationId);
    if (!file) return whyNot(tx, viewer, applicationId, "returnForChanges");
    const { count } = await tx.preparedRequest.updateMany({
      where: { id, takenBackAt: null },
      data: { takenBackAt: now() },
    });
    // A second press finds done what it asks for.
    if (count === 0) return rollBack(done);
    await record(tx, actorOf(viewer), {
      kind: "thread.requestTakenBack",
      ...{ applicationId, exporterId: file.exporterId },
      data: { threadId, requestId: id },
    });
    return done;
  });
}

async function findMatter(tx: Tx, viewer: OfficerViewer, threadId: string) {
  const thread = await tx.thread.findFirst({
    where: { AND: [threadsVisibleTo(viewer), idIs(threadId)] },
    select: { applicationId: true, exporterId: true },
  });
  const applicationId = thread?.applicationId ?? null;
  return thread && applicationId !== null ? { applicationId, exporterId: thread.exporterId } : null;
}

/** The file, if the officer reviews it now; until the transaction ends it goes nowhere. */
async function lockReviewed(tx: Tx, viewer: OfficerViewer, applicationId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Application" WHERE id = ${applicationId}::uuid FOR NO KEY UPDATE`;
  return tx.application.findFirst({
    where: {
      AND: [actedOnBy(viewer, applicationId)],
      status: "in_review",
      holderId: viewer.userId,
    },
    select: { exporterId: true, submissionVersion: true },
  });
}

async function isOffered(tx: Tx, reasonCode: string, section: string): Promise<boolean> {
  const reasons = await listReturnReasons(todayInOttawa(), tx);
  const chosen = reasons.find(({ code }) => code === reasonCode);
  return chosen !== undefined && (chosen.section === null || chosen.section === section);
}
