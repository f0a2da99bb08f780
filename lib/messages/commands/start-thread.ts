import "server-only";
import { visibleTo as visibleApplications } from "@/lib/applications/access";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTo as visibleCertificates } from "@/lib/certificates/access";
import { now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { visibleTo as visibleImports } from "@/lib/imports/access";
import { sideOf } from "@/lib/messages/access";
import { columnOf } from "@/lib/messages/columns";
import { keepsTooMany } from "@/lib/messages/commands/limits";
import { lockThread, mayWriteTo, type MayNotWrite } from "@/lib/messages/commands/open-to-writer";
import { keepDraft } from "@/lib/messages/commands/save-draft";
import type { MatterChoice } from "@/lib/messages/schema";
import { isKept } from "@/lib/messages/written";
import { err, ok, type Result } from "@/lib/result";
import { idIs, isUuid } from "@/lib/row-id";

interface Start extends MatterChoice {
  readonly exporterId: string;
  readonly subject: string;
  readonly text: string;
  /** Made with the form; it becomes the conversation's id, so that a second press begins no second one. */
  readonly creationToken: string;
}
type NotStarted = MayNotWrite | "matter" | "begun" | "tooManyDrafts";
type Started = Result<{ threadId: string; messageId: string }, NotStarted>;

/**
 * Begins a conversation with a draft of its first message. Nobody but its writer knows of it before that is
 * sent. "matter": what it is to be about is not the exporter's, or nobody's; "begun": a press before this one began
 * it, and it has gone on with other words, in another window or because that press sent it.
 */
export async function startThread(viewer: Viewer, start: Start): Promise<Started> {
  const { exporterId, about, matterId, creationToken: id, subject, text } = start;
  if (!isUuid(id)) return err("notFound");
  return transaction(async (tx): Promise<Started> => {
    const may = await mayWriteTo(tx, viewer, exporterId);
    if (!may.ok) return may;
    if (!(await isTheirs(tx, viewer, start))) return err("matter");
    const column = columnOf[about];
    const at = now();
    const of = column === null ? {} : { [column]: matterId };
    const by = { startedById: viewer.userId, startedAt: at };
    const { count } = await tx.thread.createMany({
      data: [{ id, exporterId, about, subject, ...of, ...by }],
      skipDuplicates: true,
    });
    if (count === 0) return startAgain(tx, viewer, start);
    const draft = { threadId: id, side: sideOf(viewer), authorId: viewer.userId };
    // The moment at which the conversation began: by it another press knows that nobody has changed the draft since.
    const message = await tx.message.create({ data: { ...draft, text, savedAt: at } });
    if (await keepsTooMany(tx, viewer, exporterId)) return rollBack(err("tooManyDrafts"));
    return ok({ threadId: id, messageId: message.id });
  });
}

/** Another press of the same form, whose answer was lost: what was typed since is kept. */
async function startAgain(tx: Tx, viewer: Viewer, start: Start): Promise<Started> {
  const { exporterId, matterId, creationToken, subject, text } = start;
  const locked = await lockThread(tx, viewer, creationToken);
  if (!locked.ok) return rollBack(locked);
  const thread = locked.value;
  const first = await tx.message.findFirst({
    where: {
      ...{ authorId: viewer.userId, discardedAt: null },
      thread: { id: thread.id, exporterId, startedById: viewer.userId },
    },
    orderBy: [{ sentAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    select: { id: true, text: true, sentAt: true },
  });
  if (!first) return rollBack(err("notFound"));
  const begun = { threadId: thread.id, messageId: first.id };
  const about = thread.applicationId ?? thread.certificateId ?? thread.importCertificateId;
  if (about !== matterId) return rollBack(err("begun"));
  if (first.sentAt) {
    const same = isKept(start, { text: first.text, subject: thread.subject });
    return same ? ok(begun) : rollBack(err("begun"));
  }
  const written = { messageId: first.id, subject, text, savedAt: thread.startedAt.getTime() };
  const kept = await keepDraft(tx, viewer, thread, written);
  return kept.ok ? ok(begun) : rollBack(err("begun"));
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
