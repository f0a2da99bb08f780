import "server-only";
import { visibleTo as visibleApplications } from "@/lib/applications/access";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTo as visibleCertificates } from "@/lib/certificates/access";
import { now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { visibleTo as visibleImports } from "@/lib/imports/access";
import { openDraftOf, sideOf, threadsVisibleTo } from "@/lib/messages/access";
import { columnOf } from "@/lib/messages/columns";
import { keepsTooMany } from "@/lib/messages/commands/limits";
import { mayWriteTo, type MayNotWrite } from "@/lib/messages/commands/open-to-writer";
import type { MatterChoice } from "@/lib/messages/schema";
import { err, ok, type Result } from "@/lib/result";
import { idIs, isUuid } from "@/lib/row-id";

interface Start extends MatterChoice {
  readonly exporterId: string;
  readonly subject: string;
  readonly text: string;
  /** Made with the form; it becomes the conversation's id, so that a second press begins no second one. */
  readonly creationToken: string;
}
type Started = Result<
  { threadId: string; messageId: string },
  MayNotWrite | "matter" | "tooManyDrafts"
>;

/**
 * Begins a conversation with a draft of its first message. Nobody but its writer knows of it before that is
 * sent. "matter": what it is to be about is not the exporter's, or nobody's.
 */
export async function startThread(viewer: Viewer, start: Start): Promise<Started> {
  const { exporterId, about, matterId, creationToken: id } = start;
  if (!isUuid(id)) return err("notFound");
  return transaction(async (tx): Promise<Started> => {
    const may = await mayWriteTo(tx, viewer, exporterId);
    if (!may.ok) return may;
    if (!(await isTheirs(tx, viewer, start))) return err("matter");
    const column = columnOf[about];
    const { count } = await tx.thread.createMany({
      data: [
        {
          ...{ id, exporterId, about, subject: start.subject },
          ...(column === null ? {} : { [column]: matterId }),
          ...{ startedById: viewer.userId, startedAt: now() },
        },
      ],
      skipDuplicates: true,
    });
    if (count === 1) {
      await tx.message.create({
        data: {
          ...{ threadId: id, side: sideOf(viewer), authorId: viewer.userId },
          ...{ text: start.text, savedAt: now() },
        },
      });
      if (await keepsTooMany(tx, viewer, exporterId)) return rollBack(err("tooManyDrafts"));
    }
    const mine = {
      AND: [threadsVisibleTo(viewer), { id, exporterId, startedById: viewer.userId }],
    };
    // Of the same press, a moment ago, it may have been sent already.
    const first = await tx.message.findFirst({
      where: {
        thread: mine,
        OR: [openDraftOf(viewer), { authorId: viewer.userId, sentAt: { not: null } }],
      },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    return first ? ok({ threadId: id, messageId: first.id }) : rollBack(err("notFound"));
  });
}

/** Whether the viewer knows what it is to be about, as the same exporter's. */
async function isTheirs(tx: Tx, viewer: Viewer, { about, matterId, exporterId }: Start) {
  const id = idIs(matterId ?? "");
  switch (about) {
    case "general":
      return true;
    case "application": {
      const where = {
        AND: [visibleApplications(viewer), id, { exporterId, number: { not: null } }],
      };
      return (await tx.application.count({ where })) > 0;
    }
    case "certificate": {
      const where = { AND: [visibleCertificates(viewer), id, { application: { exporterId } }] };
      return (await tx.certificate.count({ where })) > 0;
    }
    case "import":
      return (
        (await tx.importCertificate.count({
          where: { AND: [visibleImports(viewer), id, { exporterId }] },
        })) > 0
      );
  }
}
