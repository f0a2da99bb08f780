import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { lockMessage } from "@/lib/documents/message-matter";
import { record } from "@/lib/events/record";
import { sideOf } from "@/lib/messages/access";
import { matterOfThread } from "@/lib/messages/columns";
import { findMessageState, type MessageState } from "@/lib/messages/commands/find-message-state";
import { sentTooMany } from "@/lib/messages/commands/limits";
import {
  lockThread,
  type LockedThread,
  type MayNotWrite,
} from "@/lib/messages/commands/open-to-writer";
import { isKept, isOvertaken, type Written } from "@/lib/messages/written";
import { err, ok, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

interface Sending extends Omit<Written, "text"> {
  /** Without it, as it is kept. */
  readonly text?: string;
  /** How many files the page showed. Without it that is not asked. */
  readonly files?: number;
  /** When the newest message came that the page showed, empty for none. Without it that is not asked. */
  readonly seen?: string;
}
type InTheWay = "discarded" | "sentAlready" | "draftChanged" | "newMessage" | "subject" | "text";
type OfFiles = "filesChanged" | "scanWaiting";

/**
 * Sends a message, which stays from then on: once, however often it is pressed. It changes the state of nothing
 * else. "sentAlready": it was sent with other words; "draftChanged": its author went on writing in another window;
 * "newMessage": the conversation has gone on; "subject", "text": there is none yet; "filesChanged": a file is not
 * there any more that the page showed, for instance because the virus check has removed it; "scanWaiting": one still
 * waits for that check.
 */
export async function sendMessage(
  viewer: Viewer,
  threadId: string,
  sending: Sending,
): Promise<Result<{ messageId: string }, MayNotWrite | InTheWay | OfFiles | "tooManySent">> {
  const { messageId, files } = sending;
  if (!isUuid(messageId)) return err("notFound");
  return transaction(async (tx) => {
    const locked = await lockThread(tx, viewer, threadId);
    if (!locked.ok) return rollBack(locked);
    const thread = locked.value;
    const state = await findMessageState(tx, viewer, { threadId: thread.id, messageId });
    if (!state.ok) return rollBack(state);
    const stands = state.value;
    const written = wordsOf(sending, stands, thread);
    if (stands.is === "sent" && isKept(sending, { ...stands, subject: thread.subject })) {
      return ok({ messageId });
    }
    const inTheWay = whatIsInTheWay(sending, stands, thread) ?? missing(written);
    if (inTheWay) return rollBack(err(inTheWay));
    if (stands.is === "draft") await lockMessage(tx, { messageId });
    const ofFiles = await whatIsWithFiles(tx, messageId, files);
    if (ofFiles) return rollBack(err(ofFiles));
    if (thread.lastMessageAt === null) {
      const { subject } = written;
      await tx.thread.update({ where: { id: thread.id }, data: { subject } });
    }
    const at = now();
    const side = sideOf(viewer);
    const said = { text: written.text, savedAt: at, sentAt: at };
    if (stands.is === "new") {
      const by = { threadId: thread.id, side, authorId: viewer.userId };
      await tx.message.create({ data: { id: messageId, ...by, ...said } });
    } else {
      await tx.message.update({ where: { id: messageId }, data: said });
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

/** What the form says, and what it does not say as it is kept. */
function wordsOf({ text, subject }: Sending, stands: MessageState, thread: LockedThread) {
  const kept = stands.is === "new" ? "" : stands.text;
  return { text: text ?? kept, subject: subject ?? thread.subject };
}

function missing({ text, subject }: ReturnType<typeof wordsOf>): InTheWay | null {
  if (subject.trim() === "") return "subject";
  return text.trim() === "" ? "text" : null;
}

/** What happened in another window, or on the other side, of which the form does not know. */
function whatIsInTheWay(
  sending: Sending,
  stands: MessageState,
  { subject, lastMessageAt }: LockedThread,
): InTheWay | null {
  if (stands.is === "sent") return "sentAlready";
  if (stands.is === "discarded") return "discarded";
  const { text, seen } = sending;
  if (stands.is === "draft" && isOvertaken(sending, stands)) {
    const same = text !== undefined && isKept(sending, { ...stands, subject });
    if (!same) return "draftChanged";
  }
  return seen === undefined || seen === (lastMessageAt?.toISOString() ?? "") ? null : "newMessage";
}

/** Nothing is added, taken off or removed by the virus check meanwhile: its message is locked. */
async function whatIsWithFiles(tx: Tx, messageId: string, files?: number): Promise<OfFiles | null> {
  const attached = await tx.document.findMany({
    where: { messageId, removedAt: null },
    select: { scan: true },
  });
  if (files !== undefined && files !== attached.length) return "filesChanged";
  return attached.some(({ scan }) => scan === "waiting") ? "scanWaiting" : null;
}
