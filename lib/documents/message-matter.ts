import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Db, Tx } from "@/lib/db";
import { holdMandate } from "@/lib/exporters/hold";
import { messagesVisibleTo, sideOf, threadsWrittenBy } from "@/lib/messages/access";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";
import type { MessageSide } from "@/prisma/generated/enums";

interface OfMessage {
  readonly messageId: string;
}
type Found = Result<{ of: OfMessage; exporterId: string }, "notFound" | "locked">;

/** A message to which the viewer may add files: their own, until it is sent. */
export async function findDraftOpen(reader: Db, viewer: Viewer, messageId: string): Promise<Found> {
  const found = await reader.message.findFirst({
    where: {
      AND: [
        messagesVisibleTo(viewer),
        { authorId: viewer.userId, side: sideOf(viewer), thread: threadsWrittenBy(viewer) },
        idIs(messageId),
      ],
    },
    select: { id: true, sentAt: true, thread: { select: { exporterId: true } } },
  });
  if (!found) return err("notFound");
  if (found.sentAt) return err("locked");
  return ok({ of: { messageId: found.id }, exporterId: found.thread.exporterId });
}

/** Against every other file of the message, and against sending it, until the transaction ends. */
export async function lockMessage(tx: Tx, { messageId }: OfMessage): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Message" WHERE id = ${messageId}::uuid FOR NO KEY UPDATE`;
}

/** Whether the viewer still may, now that it is locked. Of the office the database asks when it is sent. */
export async function holdDraft(tx: Tx, viewer: Viewer, exporterId: string): Promise<boolean> {
  return viewer.kind === "officer" || holdMandate(tx, viewer, exporterId, "prepare");
}

/** For whom somebody writes a message, and in which conversation; null where they write no such message. */
export async function findOwnMessage(
  reader: Db,
  { userId }: { readonly userId: string },
  messageId: string,
): Promise<{ side: MessageSide; threadId: string } | null> {
  return reader.message.findFirst({
    where: { AND: [idIs(messageId), { authorId: userId }] },
    select: { side: true, threadId: true },
  });
}
