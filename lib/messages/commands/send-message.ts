import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { sideOf } from "@/lib/messages/access";
import { matterOfThread } from "@/lib/messages/columns";
import { findOwn } from "@/lib/messages/commands/find-own";
import { sentTooMany } from "@/lib/messages/commands/limits";
import { lockThread, type MayNotWrite } from "@/lib/messages/commands/open-to-writer";
import type { Written } from "@/lib/messages/commands/save-draft";
import { err, ok, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

interface Sending extends Written {
  /** How many files the page showed. Without it that is not asked. */
  readonly files?: number;
}
type NotSent =
  MayNotWrite | "discarded" | "subject" | "filesChanged" | "scanWaiting" | "tooManySent";

/**
 * Sends a message, which stays from then on: once, however often it is pressed. It changes the state of nothing
 * else. "subject": the conversation has none yet; "filesChanged": a file is not there any more that the page
 * showed, for instance because the virus check has removed it; "scanWaiting": one still waits for that check.
 */
export async function sendMessage(
  viewer: Viewer,
  threadId: string,
  { messageId, text, subject, files }: Sending,
): Promise<Result<{ messageId: string }, NotSent>> {
  if (!isUuid(messageId)) return err("notFound");
  return transaction(async (tx) => {
    const locked = await lockThread(tx, viewer, threadId);
    if (!locked.ok) return rollBack(locked);
    const thread = locked.value;
    const own = await findOwn(tx, viewer, { threadId: thread.id, messageId });
    if (!own.ok) return rollBack(own);
    if (own.value === "sent") return ok({ messageId });
    if (own.value === "discarded") return rollBack(err("discarded"));
    if (thread.lastMessageAt === null) {
      const said = subject ?? thread.subject;
      if (said.trim() === "") return rollBack(err("subject"));
      await tx.thread.update({ where: { id: thread.id }, data: { subject: said } });
    }
    if (own.value === "draft") await holdFiles(tx, messageId);
    const attached = await tx.document.findMany({
      where: { messageId, removedAt: null },
      select: { scan: true },
    });
    if (files !== undefined && files !== attached.length) return rollBack(err("filesChanged"));
    if (attached.some(({ scan }) => scan === "waiting")) return rollBack(err("scanWaiting"));
    const at = now();
    const side = sideOf(viewer);
    if (own.value === "new") {
      const by = { threadId: thread.id, side, authorId: viewer.userId };
      await tx.message.create({ data: { id: messageId, ...by, text, savedAt: at, sentAt: at } });
    } else {
      await tx.message.update({
        where: { id: messageId },
        data: { text, savedAt: at, sentAt: at },
      });
    }
    if (await sentTooMany(tx, viewer, at)) return rollBack(err("tooManySent"));
    await record(tx, actorOf(viewer), {
      kind: "message.sent",
      ...matterOfThread(thread),
      data: { threadId: thread.id, messageId, side },
    });
    return ok({ messageId });
  });
}

/** Against a file that is added or taken off at this moment, and against the virus check that removes one. */
async function holdFiles(tx: Tx, messageId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Message" WHERE id = ${messageId}::uuid FOR NO KEY UPDATE`;
}
