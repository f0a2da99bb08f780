import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import {
  answerersTo,
  openDraftOf,
  sideOf,
  threadsVisibleTo,
  threadsWrittenBy,
} from "@/lib/messages/access";
import { markRead } from "@/lib/messages/commands/mark-read";
import type { ShownMessage } from "@/lib/messages/conversation";
import { matterNamed, withMatter } from "@/lib/messages/matter";
import { fullName, named } from "@/lib/people/name";
import { placeOf, readPlace } from "@/lib/place";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

/** Of a conversation, so many messages at a time. */
const pageSize = 50;

const documents = {
  // What the virus check has removed is still named.
  where: { OR: [{ removedAt: null }, { scan: "infected" }] },
  select: {
    id: true,
    name: true,
    size: true,
    kind: true,
    scan: true,
    importCertificate: { select: { id: true, number: true } },
  },
  orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
} as const satisfies Prisma.Message$documentsArgs;

const written = {
  id: true,
  side: true,
  authorId: true,
  author: named,
  text: true,
  sentAt: true,
  documents,
} as const satisfies Prisma.MessageSelect;
type Written = Prisma.MessageGetPayload<{ select: typeof written }>;

/**
 * A conversation with the viewer's own draft, or null; of its messages the newest, oldest first, or those before
 * `before`. An exporter reads names of their own side only: who writes for the office is the office. What officers
 * note about it among themselves is not of it.
 */
export async function findThread(viewer: Viewer, threadId: string, before = "") {
  const thread = await db().thread.findFirst({
    where: { AND: [threadsVisibleTo(viewer), idIs(threadId)] },
    select: {
      ...matterNamed,
      id: true,
      subject: true,
      startedAt: true,
      lastMessageAt: true,
      waitingSince: true,
      exporter: { select: { id: true, legalName: true } },
      reads: { where: { userId: viewer.userId }, select: { readAt: true } },
    },
  });
  if (!thread) return null;
  const { reads, ...facts } = withMatter(thread);
  const [page, draft, readByOther, mayWrite] = await Promise.all([
    findPage(thread.id, before),
    db().message.findFirst({
      where: { threadId: thread.id, ...openDraftOf(viewer) },
      select: { id: true, text: true, savedAt: true, documents },
    }),
    findReadByOther(viewer, thread),
    db().thread.count({ where: { AND: [threadsWrittenBy(viewer), { id: thread.id }] } }),
  ]);
  const read = { bySelf: reads[0]?.readAt ?? null, byOther: readByOther };
  const messages = page.found.flatMap((message) => shownTo(viewer, message, read));
  return {
    ...facts,
    messages,
    /** Where those before them end; null where there are none. */
    older: page.older,
    /** Whether there are others after them. */
    placed: page.placed,
    draft,
    unread: messages.filter(({ unread }) => unread).length,
    mayWrite: mayWrite > 0,
  };
}

export type OpenThread = NonNullable<Awaited<ReturnType<typeof findThread>>>;

/**
 * The same, and from now on it is read up to the newest message that is shown. To open a page changes something
 * here, and here only: that it was opened is what is kept. It needs no press, because nobody presses "I have read
 * it"; it is safe because it can be done again and says nothing but the truth, and because no program that follows
 * links in mails gets here without a session. The page still shows what was new to its reader.
 */
export async function openThread(viewer: Viewer, threadId: string, before = "") {
  const thread = await findThread(viewer, threadId, before);
  const newest = thread?.messages.at(-1);
  // Also where nothing is new to them: a notice of it may have come after they read it.
  if (thread && newest) await markRead(viewer, thread.id, newest.sentAt);
  return thread;
}

async function findPage(threadId: string, before: string) {
  const { at, id } = readPlace(before) ?? {};
  const placed = at
    ? { sentAt: { lte: at }, OR: [{ sentAt: { lt: at } }, { id: { lt: id } }] }
    : null;
  const found = await db().message.findMany({
    where: { threadId, sentAt: { not: null }, AND: placed ?? {} },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: written,
  });
  const shown = found.slice(0, pageSize).reverse();
  const [oldest] = shown;
  const more = found.length > pageSize && oldest;
  return {
    found: shown,
    older: more ? placeOf({ id: oldest.id, at: oldest.sentAt }) : null,
    placed: placed !== null,
  };
}

/** Until when somebody of the other side has read it: of the office, somebody who may answer. */
async function findReadByOther(
  viewer: Viewer,
  { id: threadId, exporter }: { id: string; exporter: { id: string } },
): Promise<Date | null> {
  const user = viewer.kind === "officer" ? { roles: { isEmpty: true } } : answerersTo(exporter.id);
  const read = await db().threadRead.findFirst({
    where: { threadId, user },
    orderBy: { readAt: "desc" },
    select: { readAt: true },
  });
  return read?.readAt ?? null;
}

interface Read {
  readonly bySelf: Date | null;
  readonly byOther: Date | null;
}

function shownTo(
  viewer: Viewer,
  { sentAt, authorId, author, ...message }: Written,
  { bySelf, byOther }: Read,
): ShownMessage[] {
  if (!sentAt) return [];
  const own = message.side === sideOf(viewer);
  const nameable = viewer.kind === "officer" || message.side === "exporter";
  return [
    {
      ...message,
      sentAt,
      mine: authorId === viewer.userId,
      author: nameable ? fullName(author) : null,
      unread: !own && (bySelf === null || sentAt > bySelf),
      readByOther: own && byOther !== null && byOther >= sentAt,
    },
  ];
}
