import "server-only";
import { transitions } from "@/lib/applications/status";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { done, notAllowed, refuse, whyNotOpenTo, type Outcome } from "@/lib/reviews/refusal";
import type { Extension } from "@/lib/reviews/schema";
import { touch } from "@/lib/reviews/touch";

/** Gives the exporter of a returned application a later day to answer by, with the reason they read. */
export async function extend(
  viewer: OfficerViewer,
  applicationId: string,
  { dueOn, reason }: Extension,
): Promise<Outcome<void, "notLater">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  return transaction(async (tx) => {
    const where = {
      AND: [actedOnBy(viewer, applicationId)],
      status: { in: [...transitions.extend.from] },
    };
    // The version makes two officers who press at once go one after the other.
    const [file] = await tx.application.updateManyAndReturn({
      where,
      data: { version: { increment: 1 } },
      select: { exporterId: true, answerDueOn: true },
    });
    if (!file) return rollBack(await whyNotOpenTo(tx, viewer, applicationId));
    if (file.answerDueOn && isoDate(file.answerDueOn) >= dueOn) return rollBack(refuse("notLater"));
    await tx.application.update({
      where: { id: applicationId },
      data: { answerDueOn: new Date(dueOn) },
    });
    await touch(tx, viewer, applicationId);
    await record(tx, actorOf(viewer), {
      kind: "application.moved",
      applicationId,
      exporterId: file.exporterId,
      data: { move: "extend", note: reason },
    });
    return done;
  });
}
