import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { openDraftOf, sideOf } from "@/lib/messages/access";
import { findOwn } from "@/lib/messages/commands/find-own";
import { keepsTooMany } from "@/lib/messages/commands/limits";
import { lockThread, type MayNotWrite } from "@/lib/messages/commands/open-to-writer";
import { err, ok, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

export interface Written {
  /** Of the draft, or made with the form where there is none yet: what a second press finds. */
  readonly messageId: string;
  readonly text: string;
  /** Of the conversation; it stays once something is sent. */
  readonly subject?: string;
}

/**
 * Keeps what somebody is writing; nobody else sees it. "notDraft": it was sent or discarded meanwhile;
 * "otherDraft": they are writing another message in this conversation, in another window.
 */
export async function saveDraft(
  viewer: Viewer,
  threadId: string,
  { messageId, text, subject }: Written,
): Promise<
  Result<{ messageId: string }, MayNotWrite | "notDraft" | "otherDraft" | "tooManyDrafts">
> {
  if (!isUuid(messageId)) return err("notFound");
  return transaction(async (tx) => {
    const locked = await lockThread(tx, viewer, threadId);
    if (!locked.ok) return rollBack(locked);
    const { id, exporterId, lastMessageAt } = locked.value;
    const own = await findOwn(tx, viewer, { threadId: id, messageId });
    if (!own.ok) return rollBack(own);
    const savedAt = now();
    if (own.value === "new") {
      const other = await tx.message.count({ where: { threadId: id, ...openDraftOf(viewer) } });
      if (other > 0) return rollBack(err("otherDraft"));
      const by = { side: sideOf(viewer), authorId: viewer.userId };
      await tx.message.create({ data: { id: messageId, threadId: id, ...by, text, savedAt } });
      if (await keepsTooMany(tx, viewer, exporterId)) return rollBack(err("tooManyDrafts"));
    } else if (own.value === "draft") {
      await tx.message.update({ where: { id: messageId }, data: { text, savedAt } });
    } else {
      return rollBack(err("notDraft"));
    }
    if (lastMessageAt === null && subject !== undefined) {
      await tx.thread.update({ where: { id }, data: { subject } });
    }
    return ok({ messageId });
  });
}
