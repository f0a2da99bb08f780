import "server-only";
import { actionableBy } from "@/lib/applications/access";
import { passClock } from "@/lib/applications/clock";
import { readSnapshot } from "@/lib/applications/snapshot";
import { transitions } from "@/lib/applications/status";
import { actorFor, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { holdApplication } from "@/lib/exporters/hold";
import { releaseReserved } from "@/lib/imports/ledger";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/**
 * Takes a submission back, as long as no officer has claimed it, to the state it came from. Carats are
 * given back where that was a draft; a returned application keeps what it holds.
 */
export async function pullBack(
  viewer: Viewer,
  applicationId: string,
): Promise<Result<{ status: "draft" | "returned" }, "notFound" | "notPossible">> {
  return transaction(async (tx) => {
    const mine = { AND: [actionableBy(viewer, "submit"), idIs(applicationId)] };
    const application = await tx.application.findFirst({
      where: mine,
      select: {
        id: true,
        exporterId: true,
        version: true,
        submissions: { orderBy: { version: "desc" }, take: 1, select: { snapshot: true } },
      },
    });
    if (!application || !(await holdApplication(tx, viewer, application, "submit"))) {
      return err("notFound");
    }
    const [newest] = application.submissions;
    if (!newest) return err("notPossible");
    const status = readSnapshot(newest.snapshot).submittedFrom;
    // The version makes sure that it is still this submission that is taken back.
    const { count } = await tx.application.updateMany({
      where: {
        AND: [mine, { version: application.version, holderId: null }],
        status: { in: [...transitions.pullBack.from] },
      },
      data: { status, version: { increment: 1 }, submittedAt: null, dueAt: null },
    });
    if (count === 0) return err("notPossible");
    await passClock(tx, applicationId, status, now());
    if (status === "draft") {
      await releaseReserved(tx, { applicationId, actorId: viewer.userId, reason: "pulledBack" });
    }
    await record(tx, actorFor(viewer, application.exporterId), {
      kind: "application.moved",
      applicationId,
      exporterId: application.exporterId,
      data: { move: "pullBack" },
    });
    return ok({ status });
  });
}

/** Ends an application for good, as long as no officer has claimed it, and gives its carats back. */
export async function cancelApplication(
  viewer: Viewer,
  applicationId: string,
): Promise<Result<void, "notFound" | "notPossible">> {
  return transaction(async (tx) => {
    const mine = { AND: [actionableBy(viewer, "submit"), idIs(applicationId)] };
    const application = await tx.application.findFirst({
      where: mine,
      select: { id: true, exporterId: true },
    });
    if (!application || !(await holdApplication(tx, viewer, application, "submit"))) {
      return err("notFound");
    }
    // A returned application has a holder, the officer who returned it; a submitted one must not.
    const { count } = await tx.application.updateMany({
      where: {
        AND: [mine, { OR: [{ status: { not: "submitted" } }, { holderId: null }] }],
        status: { in: [...transitions.cancel.from] },
      },
      data: { status: transitions.cancel.to, version: { increment: 1 }, dueAt: null },
    });
    if (count === 0) return err("notPossible");
    await passClock(tx, applicationId, transitions.cancel.to, now());
    await releaseReserved(tx, { applicationId, actorId: viewer.userId, reason: "cancelled" });
    await record(tx, actorFor(viewer, application.exporterId), {
      kind: "application.moved",
      applicationId,
      exporterId: application.exporterId,
      data: { move: "cancel" },
    });
    return ok(undefined);
  });
}
