import "server-only";
import { actionableBy, visibleTo } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { copyAnswers } from "@/lib/applications/copy";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { holdMandate } from "@/lib/exporters/hold";
import { getReference } from "@/lib/reference/queries";
import { err, ok, type Result } from "@/lib/result";
import { idIs, isUuid } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

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
    const { count } = await tx.application.createMany({
      data: [
        {
          exporterId,
          copiedFromId,
          creationToken,
          answers: answers as Prisma.InputJsonObject,
          createdById: viewer.userId,
        },
      ],
      skipDuplicates: true,
    });
    const copy = await tx.application.findFirst({
      where: { AND: [visibleTo(viewer), { creationToken, copiedFromId }] },
      select: { id: true },
    });
    if (!copy) return err("notFound");
    const applicationId = copy.id;
    if (count === 1) {
      await tx.applicationEditor.create({ data: { applicationId, userId: viewer.userId } });
      await record(tx, actorOf(viewer), {
        kind: "application.created",
        applicationId,
        exporterId,
        data: { copiedFromId },
      });
    }
    return ok({ applicationId });
  });
}
