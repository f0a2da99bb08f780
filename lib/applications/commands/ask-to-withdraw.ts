import "server-only";
import { actionableBy } from "@/lib/applications/access";
import { transitions } from "@/lib/applications/status";
import { findOpenWithdrawal } from "@/lib/applications/withdrawals";
import { actorFor, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { holdApplication } from "@/lib/exporters/hold";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/**
 * Asks the office to end an application that an officer has opened. Until the office answers, it
 * decides nothing else. One request is open at a time.
 */
export async function askToWithdraw(
  viewer: Viewer,
  applicationId: string,
  reason: string,
): Promise<Result<{ withdrawalId: string }, "notFound" | "notPossible" | "alreadyAsked">> {
  return transaction(async (tx) => {
    const file = await lockWithOffice(tx, viewer, applicationId);
    if (!file.ok) return rollBack(file);
    if (await findOpenWithdrawal(tx, applicationId)) return rollBack(err("alreadyAsked"));
    const { id: withdrawalId } = await tx.withdrawalRequest.create({
      data: { applicationId, reason, askedById: viewer.userId, askedAt: now() },
      select: { id: true },
    });
    await record(tx, actorFor(viewer, file.value.exporterId), {
      kind: "withdrawal.requested",
      applicationId,
      exporterId: file.value.exporterId,
      data: { withdrawalId, reason },
    });
    return ok({ withdrawalId });
  });
}

/** Takes the request back, as long as the office has not answered it: the review goes on. */
export async function takeBackWithdrawal(
  viewer: Viewer,
  applicationId: string,
): Promise<Result<void, "notFound" | "notPossible">> {
  return transaction(async (tx) => {
    const file = await lockWithOffice(tx, viewer, applicationId);
    if (!file.ok) return rollBack(file);
    const open = await findOpenWithdrawal(tx, applicationId);
    if (!open) return rollBack(err("notPossible"));
    await tx.withdrawalRequest.update({
      where: { id: open.id },
      data: { outcome: "taken_back", answeredById: viewer.userId, answeredAt: now() },
    });
    await record(tx, actorFor(viewer, file.value.exporterId), {
      kind: "withdrawal.takenBack",
      applicationId,
      exporterId: file.value.exporterId,
      data: { withdrawalId: open.id },
    });
    return ok(undefined);
  });
}

/** The application, locked, where an officer has opened it and the viewer may end it. */
async function lockWithOffice(
  tx: Tx,
  viewer: Viewer,
  applicationId: string,
): Promise<Result<{ exporterId: string }, "notFound" | "notPossible">> {
  const mine = { AND: [actionableBy(viewer, "submit"), idIs(applicationId)] };
  const [file] = await tx.application.updateManyAndReturn({
    where: mine,
    data: { version: { increment: 1 } },
    select: { id: true, exporterId: true, status: true },
  });
  if (!file || !(await holdApplication(tx, viewer, file, "submit"))) return err("notFound");
  const from: readonly string[] = transitions.acceptWithdrawal.from;
  return from.includes(file.status) ? ok(file) : err("notPossible");
}
