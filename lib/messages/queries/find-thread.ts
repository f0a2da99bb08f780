import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { openDraftOf, sideOf, threadsVisibleTo, threadsWrittenBy } from "@/lib/messages/access";
import { markRead } from "@/lib/messages/commands/mark-read";
import { matterIn, matterNamed } from "@/lib/messages/matter";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

const file = {
  // What the virus check has removed is still named.
  where: { OR: [{ removedAt: null }, { scan: "infected" as const }] },
  select: {
    id: true,
    name: true,
    size: true,
    kind: true,
    scan: true,
    importCertificateId: true,
  } as const,
  orderBy: [{ uploadedAt: "asc" as const }, { id: "asc" as const }],
};

/**
 * A conversation, oldest message first, with the viewer's own draft; or null. An exporter reads names of their own
 * side only: who writes for the office is the office. What officers note about it among themselves is not of it.
 */
export async function findThread(viewer: Viewer, threadId: string) {
  const thread = await db().thread.findFirst({
    where: { AND: [threadsVisibleTo(viewer), idIs(threadId)] },
    select: {
      ...matterNamed,
      id: true,
      subject: true,
      startedAt: true,
      lastMessageAt: true,
      lastSide: true,
      waitingSince: true,
      exporter: { select: { id: true, legalName: true } },
      assignedTo: { select: { id: true, ...named.select } },
      messages: {
        where: { OR: [{ sentAt: { not: null } }, openDraftOf(viewer)] },
        select: {
          id: true,
          side: true,
          authorId: true,
          author: named,
          text: true,
          savedAt: true,
          sentAt: true,
          documents: file,
        },
        orderBy: [{ sentAt: "asc" }, { id: "asc" }],
      },
      reads: { select: { userId: true, readAt: true, user: { select: { roles: true } } } },
    },
  });
  if (!thread) return null;
  const { exporter, assignedTo, messages, reads, about, application, certificate, ...rest } =
    thread;
  const { importCertificate, ...facts } = rest;
  const side = sideOf(viewer);
  const readAt = reads.find(({ userId }) => userId === viewer.userId)?.readAt ?? null;
  const readByOther = newest(
    reads
      .filter(({ user }) => (user.roles.length > 0 ? "office" : "exporter") !== side)
      .map((read) => read.readAt),
  );
  const sent = messages.flatMap(({ sentAt, savedAt, authorId, author, ...message }) => {
    if (!sentAt) return [];
    const nameable = viewer.kind === "officer" || message.side === "exporter";
    return {
      ...message,
      savedAt,
      sentAt,
      mine: authorId === viewer.userId,
      /** Null for the office, where an exporter reads. */
      author: nameable ? fullName(author) : null,
      /** What the other side wrote since the viewer was here. */
      unread: message.side !== side && (readAt === null || sentAt > readAt),
      /** Whether somebody of the other side has opened it since. */
      readByOther: message.side === side && readByOther !== null && readByOther >= sentAt,
    };
  });
  const draft = messages.find(({ sentAt }) => sentAt === null);
  const mayWrite = { AND: [threadsWrittenBy(viewer), { id: thread.id }] };
  return {
    ...facts,
    about,
    matter: matterIn({ about, application, certificate, importCertificate }),
    exporter,
    assignedTo:
      viewer.kind === "officer" && assignedTo
        ? { id: assignedTo.id, name: fullName(assignedTo) }
        : null,
    messages: sent,
    draft: draft
      ? { id: draft.id, text: draft.text, savedAt: draft.savedAt, documents: draft.documents }
      : null,
    unread: sent.filter(({ unread }) => unread).length,
    mayWrite: (await db().thread.count({ where: mayWrite })) > 0,
  };
}

export type OpenThread = NonNullable<Awaited<ReturnType<typeof findThread>>>;

/**
 * The same, and from now on it is read up to its newest message. To open a page changes something here, and here
 * only: that it was opened is what is kept. It needs no press, because nobody presses "I have read it"; it is safe
 * because it can be done again and says nothing but the truth, and because no program that follows links in mails
 * gets here without a session. The page still shows what was new to its reader.
 */
export async function openThread(viewer: Viewer, threadId: string) {
  const thread = await findThread(viewer, threadId);
  if (thread && thread.unread > 0 && thread.lastMessageAt) {
    await markRead(viewer, thread.id, thread.lastMessageAt);
  }
  return thread;
}

const newest = (times: readonly Date[]) =>
  times.reduce<Date | null>((last, each) => (last === null || each > last ? each : last), null);
