import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { err, ok, type Result } from "@/lib/result";

/** How a message stands that its author presses something about, and what is kept of it. */
export type MessageState =
  | { readonly is: "new" }
  | { readonly is: "draft" | "sent" | "discarded"; readonly text: string; readonly savedAt: Date };

/** "new" where there is no message of this id. */
export async function findMessageState(
  tx: Tx,
  { userId }: Viewer,
  { threadId, messageId: id }: { threadId: string; messageId: string },
): Promise<Result<MessageState, "notFound">> {
  const found = await tx.message.findUnique({
    where: { id },
    select: {
      ...{ threadId: true, authorId: true, text: true },
      ...{ savedAt: true, sentAt: true, discardedAt: true },
    },
  });
  if (!found) return ok({ is: "new" });
  // An id comes from a form: of anything else nothing is told.
  if (found.threadId !== threadId || found.authorId !== userId) return err("notFound");
  const { text, savedAt, sentAt, discardedAt } = found;
  return ok({ is: sentAt ? "sent" : discardedAt ? "discarded" : "draft", text, savedAt });
}
