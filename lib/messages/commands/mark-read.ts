import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction, type Tx } from "@/lib/db";
import { holdMandate } from "@/lib/exporters/hold";
import { threadsVisibleTo } from "@/lib/messages/access";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/**
 * Notes up to which message a person has read a conversation: the newest that their page showed, so that one which
 * comes in meanwhile stays unread. Never backwards, whichever of two windows is later. What the portal told them of
 * those messages is read with them.
 */
export async function markRead(
  viewer: Viewer,
  threadId: string,
  until: Date,
): Promise<Result<void, "notFound">> {
  return transaction(async (tx) => {
    const thread = await tx.thread.findFirst({
      where: { AND: [threadsVisibleTo(viewer), idIs(threadId)] },
      select: { id: true, exporterId: true },
    });
    if (!thread) return err("notFound");
    const { id, exporterId } = thread;
    const may = viewer.kind === "officer" || (await holdMandate(tx, viewer, exporterId, "view"));
    if (!may) return err("notFound");
    await tx.$executeRaw`
      INSERT INTO "ThreadRead" ("threadId", "userId", "readAt")
      VALUES (${id}::uuid, ${viewer.userId}::uuid, ${until})
      ON CONFLICT ("threadId", "userId") DO UPDATE SET "readAt" = excluded."readAt"
       WHERE "ThreadRead"."readAt" < excluded."readAt"`;
    await markToldRead(tx, viewer, { threadId: id, until });
    return ok(undefined);
  });
}

/** The reader's own notices: of messages up to that one, and that the conversation is theirs to answer. */
async function markToldRead(
  tx: Tx,
  { userId }: Viewer,
  { threadId, until }: { threadId: string; until: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Notice" n SET "readAt" = ${now()} FROM "Event" e
     WHERE n."userId" = ${userId}::uuid AND n."readAt" IS NULL AND n.type = 'messages'
       AND n.data ->> 'threadId' = ${threadId} AND e.id = n."eventId"
       AND (e.kind = 'thread.assigned' OR EXISTS (
         SELECT 1 FROM "Message" m
          WHERE m.id = (e.data ->> 'messageId')::uuid AND m."sentAt" <= ${until}))`;
}
