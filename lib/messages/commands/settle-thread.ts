import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { matterOfThread } from "@/lib/messages/columns";
import { lockThread, type MayNotWrite } from "@/lib/messages/commands/open-to-writer";
import { err, ok, type Result } from "@/lib/result";

/**
 * Says that what the exporter wrote last needs no answer: nothing waits any more. `seen` is when the newest message
 * came that the officer has read: a newer one still waits.
 */
export async function settleThread(
  viewer: OfficerViewer,
  threadId: string,
  seen: Date,
): Promise<Result<void, MayNotWrite | "newer" | "notWaiting">> {
  return transaction(async (tx) => {
    const locked = await lockThread(tx, viewer, threadId);
    if (!locked.ok) return rollBack(locked);
    const { id, lastMessageAt } = locked.value;
    if (lastMessageAt?.getTime() !== seen.getTime()) return rollBack(err("newer"));
    const { count } = await tx.thread.updateMany({
      where: { id, waitingSince: { not: null } },
      data: { waitingSince: null },
    });
    if (count === 0) return rollBack(err("notWaiting"));
    await record(tx, actorOf(viewer), {
      kind: "thread.settled",
      ...matterOfThread(locked.value),
      data: { threadId: id },
    });
    return ok(undefined);
  });
}
