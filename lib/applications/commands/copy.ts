import "server-only";
import { actionableBy } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { copyAnswers } from "@/lib/applications/copy";
import { startDraft } from "@/lib/applications/start-draft";
import type { Viewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { holdMandate } from "@/lib/exporters/hold";
import { getReference } from "@/lib/reference/queries";
import { err, type Result } from "@/lib/result";
import { idIs, isUuid } from "@/lib/row-id";

/**
 * Starts a draft with the answers of another application of the profile, in whatever state that is. The
 * token stands for one press of the button, as it does where a draft is started with nothing in it.
 */
export async function copyApplication(
  viewer: Viewer,
  sourceId: string,
  creationToken: string,
): Promise<Result<{ applicationId: string }, "notFound">> {
  if (!isUuid(creationToken)) return err("notFound");
  const today = todayInOttawa();
  const reference = await getReference(today);
  return transaction(async (tx) => {
    const source = await tx.application.findFirst({
      where: { AND: [actionableBy(viewer, "prepare"), idIs(sourceId)] },
      select: { id: true, exporterId: true, answers: true },
    });
    if (!source || !(await holdMandate(tx, viewer, source.exporterId, "prepare"))) {
      return err("notFound");
    }
    const { id: copiedFromId, exporterId } = source;
    const answers = copyAnswers(source.answers as Answers, reference, today);
    return startDraft(tx, viewer, { exporterId, copiedFromId, creationToken, answers });
  });
}
