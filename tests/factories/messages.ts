import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { startThread } from "@/lib/messages/commands/start-thread";
import type { MatterChoice } from "@/lib/messages/schema";

interface Said extends Partial<MatterChoice> {
  readonly subject?: string;
  readonly text?: string;
}

/** A conversation with the draft of its first message; made by the real command. */
export async function started(viewer: Viewer, exporterId: string, said: Said = {}) {
  const { about = "general", matterId = null, subject = "A question", text = "May we?" } = said;
  const creationToken = randomUUID();
  const made = await startThread(viewer, {
    ...{ exporterId, about, matterId, subject, text, creationToken },
  });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** The same, sent. */
export async function sent(viewer: Viewer, exporterId: string, said: Said = {}) {
  const { threadId, messageId } = await started(viewer, exporterId, said);
  const done = await sendMessage(viewer, threadId, { messageId, text: said.text ?? "May we?" });
  if (!done.ok) throw new Error(done.error);
  return { threadId, messageId };
}

/** Somebody writes on in it. */
export async function reply(viewer: Viewer, threadId: string, text: string): Promise<string> {
  const messageId = randomUUID();
  const done = await sendMessage(viewer, threadId, { messageId, text });
  if (!done.ok) throw new Error(done.error);
  return messageId;
}
