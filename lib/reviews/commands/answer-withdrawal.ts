import "server-only";
import { passClock } from "@/lib/applications/clock";
import { transitions } from "@/lib/applications/status";
import { findOpenWithdrawal } from "@/lib/applications/withdrawals";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { releaseReserved } from "@/lib/imports/ledger";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import {
  done,
  notAllowed,
  refuse,
  whyNotOpenTo,
  type Outcome,
  type Refusal,
} from "@/lib/reviews/refusal";
import { touch } from "@/lib/reviews/touch";

const { acceptWithdrawal: move } = transitions;

/**
 * Ends an application because its exporter asked. Every reviewer may, from the review or from the
 * signatory's desk. The carats go back to their import certificates. `read` is the request that the page
 * showed; one that was taken back, or made anew, is not answered by it.
 */
export async function acceptWithdrawal(
  viewer: OfficerViewer,
  applicationId: string,
  read: string,
): Promise<Outcome<void, "noWithdrawal">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  return transaction(async (tx) => {
    const asked = await lockAsked(tx, viewer, applicationId, read);
    if (!asked.ok) return rollBack(asked);
    const { exporterId } = asked.value;
    const at = now();
    await tx.withdrawalRequest.update({
      where: { id: read },
      data: { outcome: "accepted", answeredById: viewer.userId, answeredAt: at },
    });
    await tx.application.update({
      where: { id: applicationId },
      data: { status: move.to, holderId: null, dueAt: null },
    });
    await passClock(tx, applicationId, move.to, at);
    await releaseReserved(tx, { applicationId, actorId: viewer.userId, reason: "withdrawn" });
    await record(tx, actorOf(viewer), {
      kind: "application.moved",
      applicationId,
      exporterId,
      data: { move: "acceptWithdrawal" },
    });
    return done;
  });
}

/** Goes on with the review against the exporter's wish, with the reason that the exporter reads. */
export async function refuseWithdrawal(
  viewer: OfficerViewer,
  applicationId: string,
  read: string,
  reason: string,
): Promise<Outcome<void, "noWithdrawal">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  return transaction(async (tx) => {
    const asked = await lockAsked(tx, viewer, applicationId, read);
    if (!asked.ok) return rollBack(asked);
    await tx.withdrawalRequest.update({
      where: { id: read },
      data: {
        outcome: "refused",
        answer: reason,
        answeredById: viewer.userId,
        answeredAt: now(),
      },
    });
    await touch(tx, viewer, applicationId);
    await record(tx, actorOf(viewer), {
      kind: "withdrawal.refused",
      applicationId,
      exporterId: asked.value.exporterId,
      data: { withdrawalId: read, reason },
    });
    return done;
  });
}

/** The file, locked, with the request that the officer has read still open. */
async function lockAsked(
  tx: Tx,
  viewer: OfficerViewer,
  applicationId: string,
  read: string,
): Promise<
  { readonly ok: true; readonly value: { exporterId: string } } | Refusal<"noWithdrawal">
> {
  const [file] = await tx.application.updateManyAndReturn({
    where: { AND: [actedOnBy(viewer, applicationId)], status: { in: [...move.from] } },
    data: { version: { increment: 1 } },
    select: { exporterId: true },
  });
  if (!file) return whyNotOpenTo(tx, viewer, applicationId);
  const open = await findOpenWithdrawal(tx, applicationId);
  return open?.id === read ? { ok: true, value: file } : refuse("noWithdrawal");
}
