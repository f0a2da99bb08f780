import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { openDraftOf, sideOf } from "@/lib/messages/access";
import { findMessageState } from "@/lib/messages/commands/find-message-state";
import { keepsTooMany } from "@/lib/messages/commands/limits";
import {
  lockThread,
  type LockedThread,
  type MayNotWrite,
} from "@/lib/messages/commands/open-to-writer";
import { isKept, isOvertaken, type Written } from "@/lib/messages/written";
import { err, ok, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

export type NotKept = "notFound" | "notDraft" | "otherDraft" | "draftChanged" | "tooManyDrafts";

/**
 * Keeps what somebody is writing; nobody else sees it. "notDraft": it was sent or discarded meanwhile;
 * "otherDraft": they are writing another message in this conversation, in another window; "draftChanged": they
 * went on writing this one there, and this window does not know what.
 */
export async function saveDraft(
  viewer: Viewer,
  threadId: string,
  written: Written,
): Promise<Result<{ messageId: string }, MayNotWrite | NotKept>> {
  return transaction(async (tx) => {
    const locked = await lockThread(tx, viewer, threadId);
    if (!locked.ok) return rollBack(locked);
    const kept = await keepDraft(tx, viewer, locked.value, written);
    return kept.ok ? ok({ messageId: written.messageId }) : rollBack(kept);
  });
}

/** The same inside a command that holds the conversation. A caller that does not go on must roll back. */
export async function keepDraft(
  tx: Tx,
  viewer: Viewer,
  thread: LockedThread,
  written: Written,
): Promise<Result<void, NotKept>> {
  const { messageId, text, subject } = written;
  if (!isUuid(messageId)) return err("notFound");
  const { id: threadId, exporterId, lastMessageAt } = thread;
  const state = await findMessageState(tx, viewer, { threadId, messageId });
  if (!state.ok) return state;
  const savedAt = now();
  if (state.value.is === "new") {
    const other = await tx.message.count({ where: { threadId, ...openDraftOf(viewer) } });
    if (other > 0) return err("otherDraft");
    const by = { side: sideOf(viewer), authorId: viewer.userId };
    await tx.message.create({ data: { id: messageId, threadId, ...by, text, savedAt } });
    if (await keepsTooMany(tx, viewer, exporterId)) return err("tooManyDrafts");
  } else if (state.value.is === "draft") {
    const stands = { ...state.value, subject: thread.subject };
    if (isKept(written, stands)) return ok(undefined);
    if (isOvertaken(written, stands)) return err("draftChanged");
    await tx.message.update({ where: { id: messageId }, data: { text, savedAt } });
  } else {
    return err("notDraft");
  }
  if (lastMessageAt === null && subject !== undefined) {
    await tx.thread.update({ where: { id: threadId }, data: { subject } });
  }
  return ok(undefined);
}
