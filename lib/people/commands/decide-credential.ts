import "server-only";
import { endSessions } from "@/lib/auth/sessions";
import { isSteppedUp } from "@/lib/auth/step-up";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { decidableBy } from "@/lib/people/access";
import { lockPeople } from "@/lib/people/commands/lock-person";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

type Refusal = "notFound" | "stepUp";

/** An administrator decides who can sign in as others of the office: with both factors just shown. */
const lacksFactors = (viewer: Viewer) => viewer.kind === "officer" && !isSteppedUp(viewer);

/** Who signs in anew may: the new credential takes the place of the old one, whose sessions end. */
export async function acceptCredential(
  viewer: Viewer,
  requestId: string,
): Promise<Result<void, Refusal>> {
  if (lacksFactors(viewer)) return err("stepUp");
  return transaction(async (tx) => {
    const decided = await decide(tx, viewer, requestId, true);
    if (!decided) return err("notFound");
    const { id, requesterId, userId } = decided;
    const both = { userId: { in: [requesterId, userId] } };
    await tx.account.deleteMany({ where: { userId } });
    await tx.account.updateMany({ where: { userId: requesterId }, data: { userId } });
    await tx.user.update({ where: { id: requesterId }, data: { mergedIntoId: userId } });
    await tx.emailConfirmation.updateMany({
      where: { ...both, usedAt: null, endedAt: null },
      data: { endedAt: now() },
    });
    await endSessions(tx, both, "newCredential");
    await record(tx, actorOf(viewer), {
      kind: "credential.linked",
      personId: userId,
      data: { requestId: id },
    });
    return ok(undefined);
  });
}

/** The new credential stays a stranger's, and nothing changes for the person of the address. */
export async function refuseCredential(
  viewer: Viewer,
  requestId: string,
): Promise<Result<void, Refusal>> {
  if (lacksFactors(viewer)) return err("stepUp");
  return transaction(async (tx) => {
    const decided = await decide(tx, viewer, requestId, false);
    if (!decided) return err("notFound");
    await record(tx, actorOf(viewer), {
      kind: "credential.refused",
      personId: decided.userId,
      data: { requestId: decided.id },
    });
    return ok(undefined);
  });
}

/** Of two who decide at once, one does. */
async function decide(tx: Tx, viewer: Viewer, requestId: string, accepted: boolean) {
  const where = { AND: [decidableBy(viewer), idIs(requestId)] };
  const request = await tx.credentialRequest.findFirst({
    where,
    select: { id: true, requesterId: true, userId: true },
  });
  if (!request) return null;
  await lockPeople(tx, request.requesterId, request.userId);
  const { count } = await tx.credentialRequest.updateMany({
    where,
    data: { decidedAt: now(), decidedById: viewer.userId, accepted },
  });
  return count === 0 ? null : request;
}
