import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction, type Tx } from "@/lib/db";
import { lockMessage } from "@/lib/documents/message-matter";
import { tellOfDocument } from "@/lib/documents/open-matter";
import { openDraftOf } from "@/lib/messages/access";
import { lockThread, mayWriteTo, type MayNotWrite } from "@/lib/messages/commands/open-to-writer";
import { ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/**
 * Throws away what somebody was writing, with its files: their bytes are swept like those of every removed
 * document. `ended`: nothing was ever sent, so the conversation is gone with it, now or by an earlier press.
 */
export async function discardDraft(
  viewer: Viewer,
  threadId: string,
): Promise<Result<{ ended: boolean }, MayNotWrite>> {
  return transaction(async (tx) => {
    const locked = await lockThread(tx, viewer, threadId);
    if (!locked.ok) return (await isGone(tx, viewer, threadId)) ? ok({ ended: true }) : locked;
    const { id, exporterId, lastMessageAt } = locked.value;
    const draft = await tx.message.findFirst({
      where: { threadId: id, ...openDraftOf(viewer) },
      select: {
        id: true,
        documents: {
          where: { removedAt: null },
          select: { id: true, kind: true, name: true, sha256: true },
        },
      },
    });
    if (draft) {
      const at = now();
      await lockMessage(tx, { messageId: draft.id });
      for (const { id: documentId, kind: documentKind, name, sha256 } of draft.documents) {
        await tx.document.update({ where: { id: documentId }, data: { removedAt: at } });
        const data = { documentId, documentKind, name, sha256 };
        const of = { messageId: draft.id };
        await tellOfDocument(tx, viewer, { of, exporterId }, { kind: "document.removed", data });
      }
      await tx.message.update({ where: { id: draft.id }, data: { discardedAt: at } });
    }
    return ok({ ended: lastMessageAt === null });
  });
}

/** Whether the viewer, who may still write there, threw away what they began: pressed again, or in another window. */
async function isGone(tx: Tx, viewer: Viewer, threadId: string): Promise<boolean> {
  const begun = { startedById: viewer.userId, lastMessageAt: null };
  const left = { messages: { none: { discardedAt: null } } };
  const thread = await tx.thread.findFirst({
    where: { AND: [idIs(threadId), begun, left] },
    select: { exporterId: true },
  });
  return thread !== null && (await mayWriteTo(tx, viewer, thread.exporterId)).ok;
}
