import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { actorOf, profilesWith, type Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { holdMandate } from "@/lib/exporters/hold";
import { err, ok, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

/** Starts a draft. The token stands for one press of the button: however often it is sent, one draft is made. */
export async function createApplication(
  viewer: Viewer,
  exporterId: string,
  creationToken: string,
): Promise<Result<{ applicationId: string }, "notFound">> {
  if (viewer.kind !== "exporter" || !isUuid(creationToken)) return err("notFound");
  if (!profilesWith(viewer, "prepare").includes(exporterId)) return err("notFound");
  return transaction(async (tx) => {
    if (!(await holdMandate(tx, viewer, exporterId, "prepare"))) return err("notFound");
    const { count } = await tx.application.createMany({
      data: [{ exporterId, answers: noAnswers, creationToken, createdById: viewer.userId }],
      skipDuplicates: true,
    });
    const application = await tx.application.findFirst({
      where: { AND: [visibleTo(viewer), { creationToken, exporterId }] },
      select: { id: true },
    });
    if (!application) return err("notFound");
    const applicationId = application.id;
    if (count === 1) {
      await tx.applicationEditor.create({ data: { applicationId, userId: viewer.userId } });
      await record(tx, actorOf(viewer), {
        kind: "application.created",
        applicationId,
        exporterId,
        data: {},
      });
    }
    return ok({ applicationId });
  });
}

const noAnswers = {} satisfies Answers;
