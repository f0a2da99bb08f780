import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { matterOfThread } from "@/lib/messages/columns";
import { lockThread, type MayNotWrite } from "@/lib/messages/commands/open-to-writer";
import { keepDraft, type NotKept } from "@/lib/messages/commands/save-draft";
import type { Written } from "@/lib/messages/written";
import { err, ok, type Result } from "@/lib/result";

/**
 * Says that what the exporter wrote last needs no answer: nothing waits any more. `seen` is when the newest message
 * came that the officer has read: a newer one still waits. What they had begun to write is kept as their draft.
 */
export async function settleThread(
  viewer: OfficerViewer,
  threadId: string,
  seen: Date,
  begun?: Written,
): Promise<Result<void, MayNotWrite | NotKept | "newer" | "notWaiting">> {
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
    const kept = begun ? await keepDraft(tx, viewer, locked.value, begun) : ok(undefined);
    if (!kept.ok) return rollBack(kept);
    await record(tx, actorOf(viewer), {
      kind: "thread.settled",
      ...matterOfThread(locked.value),
      data: { threadId: id },
    });
    return ok(undefined);
  });
}
