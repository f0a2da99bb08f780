import "server-only";
import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import type { FormState } from "@/lib/forms/form-state";
import { findThread } from "@/lib/messages/queries/find-thread";

/**
 * The answer to a press on a conversation that another window of its reader overtook: with what was typed it gives
 * what is kept, to compare, and another press goes on from there. Null where nothing was typed and the draft is gone.
 */
export async function writtenElsewhere(
  viewer: Viewer,
  threadId: string,
  answer: FormState,
): Promise<FormState | null> {
  const draft = (await findThread(viewer, threadId))?.draft;
  const { text, messageId } = answer.values ?? {};
  if (text === undefined && draft?.id !== messageId) return null;
  const next = draft
    ? { messageId: draft.id, savedAt: String(draft.savedAt.getTime()) }
    : { messageId: randomUUID(), savedAt: "" };
  const kept = draft && text !== undefined ? { elsewhere: draft.text } : {};
  return { ...answer, values: { ...answer.values, ...next, ...kept } };
}
