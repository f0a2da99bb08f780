import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { actorFor, type Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { err, ok, type Result } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";
import type { Language } from "@/prisma/generated/enums";

interface Draft {
  readonly exporterId: string;
  /** Stands for one press of a button: however often it is sent, one draft is made. */
  readonly creationToken: string;
  readonly answers: Answers;
  readonly copiedFromId?: string;
  /** The certificate that its own is to replace. */
  readonly replacesId?: string;
  /** Of one that came on paper: who types it in, and when it came (a day). */
  readonly enteredById?: string;
  readonly paperReceivedOn?: Date;
  readonly paperLanguage?: Language;
}

/** Makes a draft, or finds the one that the same press has made. The caller has checked that the viewer may. */
export async function startDraft(
  tx: Tx,
  viewer: Viewer,
  { answers, ...draft }: Draft,
): Promise<Result<{ applicationId: string }, "notFound">> {
  const { exporterId, copiedFromId, replacesId } = draft;
  const { count } = await tx.application.createMany({
    data: [{ ...draft, answers: answers as Prisma.InputJsonObject, createdById: viewer.userId }],
    skipDuplicates: true,
  });
  const made = await tx.application.findFirst({
    where: {
      AND: [visibleTo(viewer)],
      creationToken: draft.creationToken,
      exporterId,
      copiedFromId: copiedFromId ?? null,
      replacesId: replacesId ?? null,
    },
    select: { id: true },
  });
  if (!made) return err("notFound");
  const applicationId = made.id;
  if (count === 1) {
    await tx.applicationEditor.create({ data: { applicationId, userId: viewer.userId } });
    await record(tx, actorFor(viewer, exporterId), {
      kind: "application.created",
      applicationId,
      exporterId,
      data: {
        ...(copiedFromId === undefined ? {} : { copiedFromId }),
        ...(replacesId === undefined ? {} : { replacesId }),
        ...(draft.enteredById === undefined ? {} : { onPaper: true as const }),
      },
    });
  }
  return ok({ applicationId });
}
