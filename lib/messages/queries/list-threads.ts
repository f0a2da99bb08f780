import "server-only";
import { profilesWith, type ExporterViewer, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { openDraftOf, otherSide, threadsVisibleTo } from "@/lib/messages/access";
import { matterNamed, withMatter } from "@/lib/messages/matter";
import { threadsUnread, threadsWith, unreadOf } from "@/lib/messages/queries/matching";
import type { ThreadFilter } from "@/lib/messages/schema-list";
import { beyond, orderOf } from "@/lib/messages/thread-place";
import { fullName } from "@/lib/people/name";
import { pageOf, placeOf } from "@/lib/place";
import { isUuid } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";
import type { MessageSide } from "@/prisma/generated/enums";

const pageSize = 20;

const listed = (viewer: Viewer) =>
  ({
    ...matterNamed,
    id: true,
    subject: true,
    startedAt: true,
    lastMessageAt: true,
    waitingSince: true,
    _count: { select: { messages: { where: openDraftOf(viewer) } } },
  }) as const satisfies Prisma.ThreadSelect;
type Found = Prisma.ThreadGetPayload<{ select: ReturnType<typeof listed> }>;

/**
 * A page of a profile's conversations: drafts that nobody got yet first, then the newest. `previous` and `next` are
 * handed in again as `before` and `after`; null at either end.
 */
export async function listThreads(
  viewer: Viewer,
  exporterId: string,
  filter: ThreadFilter,
  take: number = pageSize,
) {
  if (!isUuid(exporterId)) return { rows: [], previous: null, next: null };
  const { after, before } = filter;
  const backwards = before !== "";
  const place = beyond(backwards ? before : after, backwards);
  const found = await db().thread.findMany({
    where: { AND: [await matching(viewer, exporterId, filter), ...(place ? [place] : [])] },
    select: listed(viewer),
    orderBy: orderOf(backwards && place !== null),
    take: take + 1,
  });
  const { rows, previous, next } = pageOf(found, { take, placed: place !== null, backwards });
  const newest = await findNewest(
    viewer,
    rows.map(({ id }) => id),
  );
  return {
    rows: rows.map((thread) => rowOf(viewer, thread, newest.get(thread.id))),
    previous: previous && placeOf(inOrder(previous)),
    next: next && placeOf(inOrder(next)),
  };
}
export type ThreadRow = Awaited<ReturnType<typeof listThreads>>["rows"][number];

/** How many conversations of a profile a filter shows, on all its pages. */
export async function countThreads(
  viewer: Viewer,
  exporterId: string,
  filter: ThreadFilter,
): Promise<number> {
  if (!isUuid(exporterId)) return 0;
  return db().thread.count({ where: await matching(viewer, exporterId, filter) });
}

async function matching(
  viewer: Viewer,
  exporterId: string,
  { q, about, view }: ThreadFilter,
): Promise<Prisma.ThreadWhereInput> {
  return {
    AND: [
      threadsVisibleTo(viewer),
      { exporterId },
      about === "" ? {} : { about },
      await threadsWith(viewer, q),
      view === "unread" ? await threadsUnread(viewer) : {},
      view === "drafts" ? { messages: { some: openDraftOf(viewer) } } : {},
    ],
  };
}

const inOrder = ({ id, lastMessageAt }: Found) => ({ id, at: lastMessageAt });

function rowOf(viewer: Viewer, thread: Found, newest: Newest | undefined) {
  const { _count, ...row } = withMatter(thread);
  return {
    ...row,
    draft: _count.messages > 0,
    unread: newest?.unread ?? 0,
    /** Who wrote last: the viewer, somebody of their side by name, or the office. */
    last: newest
      ? {
          side: newest.side,
          mine: newest.authorId === viewer.userId,
          author: newest.side === "exporter" ? fullName(newest) : null,
        }
      : null,
  };
}

interface Newest {
  readonly threadId: string;
  readonly side: MessageSide;
  readonly authorId: string;
  readonly firstName: string;
  readonly lastName: string;
  /** How many messages of the other side are new to the viewer. */
  readonly unread: number;
}

/** Of each conversation who wrote its newest message; those of which nothing was sent are missing. */
async function findNewest(viewer: Viewer, threadIds: readonly string[]) {
  const rows = await db().$queryRaw<Newest[]>`
    SELECT t.id AS "threadId", last.side, last."authorId", u."firstName", u."lastName",
      (SELECT count(*)::int FROM "Message" m
        WHERE m."threadId" = t.id AND m.side = ${otherSide(viewer)}::"MessageSide"
          AND m."sentAt" > coalesce(r."readAt", '-infinity')) AS unread
      FROM "Thread" t
     CROSS JOIN LATERAL (
       SELECT side::text, "authorId" FROM "Message"
        WHERE "threadId" = t.id AND "sentAt" IS NOT NULL ORDER BY "sentAt" DESC, id DESC LIMIT 1) last
      JOIN "User" u ON u.id = last."authorId"
      LEFT JOIN "ThreadRead" r ON r."threadId" = t.id AND r."userId" = ${viewer.userId}::uuid
     WHERE t.id = ANY (${[...threadIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.threadId, row]));
}

/**
 * In how many conversations something is new, by profile; without the one that the viewer is opening at this moment.
 * Profiles in which nothing is new are missing.
 */
export async function countUnreadThreads(
  viewer: ExporterViewer,
  opening = "",
): Promise<ReadonlyMap<string, number>> {
  const rows = await db().$queryRaw<{ exporterId: string; unread: number }[]>`
    SELECT t."exporterId", count(*)::int AS unread ${unreadOf(viewer)}
       AND t."exporterId" = ANY (${profilesWith(viewer, "view")}::uuid[])
       AND t.id IS DISTINCT FROM ${isUuid(opening) ? opening : null}::uuid
     GROUP BY t."exporterId"`;
  return new Map(rows.map(({ exporterId, unread }) => [exporterId, unread]));
}
