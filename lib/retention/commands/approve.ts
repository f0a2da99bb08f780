import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { addJob } from "@/lib/jobs/queue";
import { err, ok, type Result } from "@/lib/result";
import { keepsRetention } from "@/lib/retention/access";
import { isUuid } from "@/lib/row-id";

/** Approves these disposals; the worker carries them out. What was approved already counts no more. */
export async function approveDisposals(
  viewer: OfficerViewer,
  ids: readonly string[],
): Promise<Result<{ count: number }, "notAllowed">> {
  if (!keepsRetention(viewer)) return err("notAllowed");
  return transaction(async (tx) => {
    const { count } = await tx.disposal.updateMany({
      where: { id: { in: ids.filter(isUuid) }, approvedAt: null },
      data: { approvedById: viewer.userId, approvedAt: now() },
    });
    if (count > 0) {
      await record(tx, actorOf(viewer), { kind: "disposal.approved", data: { count } });
      await addJob(tx, "dispose", {}, { jobKey: "dispose" });
    }
    return ok({ count });
  });
}
