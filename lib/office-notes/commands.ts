import "server-only";
import { visibleTo } from "@/lib/applications/access";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { writesNotes } from "@/lib/office-notes/schema";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";
import { matterOfThread } from "@/lib/messages/columns";
import { lockThread, type MayNotWrite } from "@/lib/messages/commands/open-to-writer";

/** Writes a note about a file for the office alone. Nobody changes it or takes it away afterwards. */
export async function writeNote(
  viewer: OfficerViewer,
  applicationId: string,
  text: string,
): Promise<Result<void, "notFound" | "notAllowed">> {
  if (!writesNotes(viewer)) return err("notAllowed");
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [visibleTo(viewer), idIs(applicationId)] },
      select: { exporterId: true },
    });
    if (!file) return rollBack(err("notFound"));
    const { id: noteId } = await tx.officeNote.create({
      data: { applicationId, text, byId: viewer.userId, at: now() },
      select: { id: true },
    });
    await record(tx, actorOf(viewer), {
      kind: "note.written",
      applicationId,
      exporterId: file.exporterId,
      data: { noteId },
    });
    return ok(undefined);
  });
}

/** The same about a conversation: not a word of it is in what its exporter is given. */
export async function writeThreadNote(
  viewer: OfficerViewer,
  threadId: string,
  text: string,
): Promise<Result<void, MayNotWrite>> {
  return transaction(async (tx) => {
    const locked = await lockThread(tx, viewer, threadId);
    if (!locked.ok) return rollBack(locked);
    const { id: noteId } = await tx.officeNote.create({
      data: { threadId: locked.value.id, text, byId: viewer.userId, at: now() },
      select: { id: true },
    });
    await record(tx, actorOf(viewer), {
      kind: "thread.noteWritten",
      ...matterOfThread(locked.value),
      data: { threadId: locked.value.id, noteId },
    });
    return ok(undefined);
  });
}
