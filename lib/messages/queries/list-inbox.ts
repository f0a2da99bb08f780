import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { threadsVisibleTo } from "@/lib/messages/access";
import type { InboxFilter } from "@/lib/messages/inbox-filter";
import { conditionsOf, orderOf, partsFrom, placeOf, type Part } from "@/lib/messages/inbox-sql";
import { matterNamed, withMatter } from "@/lib/messages/matter";
import { fullName, named } from "@/lib/people/name";
import { getCalendar } from "@/lib/reference/queries";
import { workedBetween } from "@/lib/reference/working-time";
import type { Prisma } from "@/prisma/generated/client";

export const inboxPage = 25;

const listed = (viewer: OfficerViewer) =>
  ({
    ...matterNamed,
    id: true,
    subject: true,
    lastMessageAt: true,
    lastSide: true,
    waitingSince: true,
    assignedToId: true,
    assignedTo: named,
    exporter: { select: { id: true, legalName: true, ...mandateOf(viewer) } },
    reads: { where: { userId: viewer.userId }, select: { readAt: true }, take: 1 },
  }) as const satisfies Prisma.ThreadSelect;
type Found = Prisma.ThreadGetPayload<{ select: ReturnType<typeof listed> }>;

/** One page of the office's conversations: what waits, the longest first; then what is answered, the newest first. */
export async function listInbox(viewer: OfficerViewer, filter: InboxFilter) {
  const places = await findPlaces(viewer, filter);
  const shown = places.slice(0, inboxPage);
  const found = await db().thread.findMany({
    where: { AND: [threadsVisibleTo(viewer), { id: { in: shown.map(({ id }) => id) } }] },
    select: listed(viewer),
  });
  const byId = new Map(found.map((thread) => [thread.id, thread]));
  const calendar = await getCalendar();
  const at = now();
  const rows = shown.flatMap(({ id }) => {
    const thread = byId.get(id);
    if (!thread) return [];
    const { waitingSince } = thread;
    return {
      ...rowOf(viewer, thread),
      /** Minutes for which the office was open since; null where nothing waits. */
      waited: waitingSince && workedBetween(waitingSince, at, calendar),
    };
  });
  const last = shown.at(-1);
  return { rows, next: places.length > inboxPage && last ? placeOf(last) : null };
}
export type InboxRow = Awaited<ReturnType<typeof listInbox>>["rows"][number];

interface Placed {
  readonly id: string;
  readonly at: Date;
  readonly part: Part;
}

/** One more than a page holds, where there is one. */
async function findPlaces(viewer: OfficerViewer, filter: InboxFilter): Promise<Placed[]> {
  const places: Placed[] = [];
  for (const { part, beyond } of partsFrom(filter)) {
    const room = inboxPage + 1 - places.length;
    if (room <= 0) break;
    const rows = await db().$queryRaw<Omit<Placed, "part">[]>`
      SELECT t.id, coalesce(t."waitingSince", t."lastMessageAt") AS at FROM "Thread" t
       WHERE ${conditionsOf(viewer, part, filter)}${beyond}
       ORDER BY ${orderOf(part)} LIMIT ${room}`;
    places.push(...rows.map((found) => ({ ...found, part })));
  }
  return places;
}

function rowOf(viewer: OfficerViewer, thread: Found) {
  const { reads, exporter, ...rest } = withMatter(thread);
  const readAt = reads[0]?.readAt ?? null;
  const { lastMessageAt, lastSide } = thread;
  return {
    ...rest,
    exporter: { id: exporter.id, legalName: exporter.legalName },
    ownProfile: isOwn(exporter),
    assignedTo: thread.assignedTo && fullName(thread.assignedTo),
    mine: thread.assignedToId === viewer.userId,
    /** The exporter wrote since the reader was here. */
    unread:
      lastSide === "exporter" &&
      lastMessageAt !== null &&
      (readAt === null || readAt < lastMessageAt),
  };
}
