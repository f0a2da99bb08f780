import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { err, ok, type Result } from "@/lib/result";

/** How a message stands that its author presses something about; "new" where there is none of this id. */
export async function findOwn(
  tx: Tx,
  { userId }: Viewer,
  { threadId, messageId: id }: { threadId: string; messageId: string },
): Promise<Result<"new" | "draft" | "sent" | "discarded", "notFound">> {
  const found = await tx.message.findUnique({
    where: { id },
    select: { threadId: true, authorId: true, sentAt: true, discardedAt: true },
  });
  if (!found) return ok("new");
  // An id comes from a form: of anything else nothing is told.
  if (found.threadId !== threadId || found.authorId !== userId) return err("notFound");
  return ok(found.sentAt ? "sent" : found.discardedAt ? "discarded" : "draft");
}
