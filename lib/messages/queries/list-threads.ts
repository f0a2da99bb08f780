import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { openDraftOf, sideOf, threadsVisibleTo } from "@/lib/messages/access";
import { matterIn, matterNamed } from "@/lib/messages/matter";
import { threadsUnread, threadsWith } from "@/lib/messages/queries/matching";
import type { ThreadFilter } from "@/lib/messages/schema-list";
import { fullName, named } from "@/lib/people/name";
import { isUuid } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

export const threadsPage = 20;

/** One page of a profile's conversations: drafts that nobody got yet first, then the newest. */
export async function listThreads(
  viewer: Viewer,
  exporterId: string,
  { q, about, view, page }: ThreadFilter,
) {
  if (!isUuid(exporterId)) return { rows: [], count: 0, pages: 0, page: 1 };
  const unread = await threadsUnread(viewer);
  const where: Prisma.ThreadWhereInput = {
    AND: [
      threadsVisibleTo(viewer),
      { exporterId },
      about === "" ? {} : { about },
      await threadsWith(viewer, q),
      view === "unread" ? unread : {},
      view === "drafts" ? { messages: { some: openDraftOf(viewer) } } : {},
    ],
  };
  const count = await db().thread.count({ where });
  const pages = Math.ceil(count / threadsPage);
  const shown = Math.max(1, Math.min(page, pages));
  const found = await db().thread.findMany({
    where,
    orderBy: [{ lastMessageAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    skip: (shown - 1) * threadsPage,
    take: threadsPage,
    select: { ...rowOf(viewer) },
  });
  const news = await countNew(
    viewer,
    found.map(({ id }) => id),
  );
  const rows = found.map(({ messages, _count, ...thread }) => {
    const [last] = messages;
    const { about: kind, application, certificate, importCertificate, ...row } = thread;
    return {
      ...row,
      about: kind,
      matter: matterIn({ about: kind, application, certificate, importCertificate }),
      draft: _count.messages > 0,
      unread: news.get(row.id) ?? 0,
      /** Who wrote last: the viewer, somebody of their side by name, or the office. */
      last: last
        ? {
            side: last.side,
            mine: last.authorId === viewer.userId,
            author: last.side === "exporter" ? fullName(last.author) : null,
          }
        : null,
    };
  });
  return { rows, count, pages, page: shown };
}
export type ThreadRow = Awaited<ReturnType<typeof listThreads>>["rows"][number];

const rowOf = (viewer: Viewer) =>
  ({
    ...matterNamed,
    id: true,
    subject: true,
    startedAt: true,
    lastMessageAt: true,
    lastSide: true,
    waitingSince: true,
    _count: { select: { messages: { where: openDraftOf(viewer) } } },
    messages: {
      where: { sentAt: { not: null } },
      orderBy: [{ sentAt: "desc" }, { id: "desc" }],
      take: 1,
      select: { side: true, authorId: true, author: named },
    },
  }) as const satisfies Prisma.ThreadSelect;

/** How many messages of the other side are new to the viewer, by conversation. */
async function countNew(viewer: Viewer, threadIds: readonly string[]) {
  const other = sideOf(viewer) === "office" ? "exporter" : "office";
  const rows = await db().$queryRaw<{ id: string; count: number }[]>`
    SELECT m."threadId" AS id, count(*)::int AS count FROM "Message" m
      LEFT JOIN "ThreadRead" r ON r."threadId" = m."threadId" AND r."userId" = ${viewer.userId}::uuid
     WHERE m."threadId" = ANY (${[...threadIds]}::uuid[]) AND m.side = ${other}::"MessageSide"
       AND m."sentAt" > coalesce(r."readAt", '-infinity')
     GROUP BY 1`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/**
 * In how many conversations something is new, of all profiles of the viewer; without the one that they are
 * opening at this moment.
 */
export async function countUnreadThreads(viewer: Viewer, opening = ""): Promise<number> {
  const other = isUuid(opening) ? { NOT: { id: opening } } : {};
  const unread = await threadsUnread(viewer);
  return db().thread.count({ where: { AND: [threadsVisibleTo(viewer), unread, other] } });
}
