import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/routing";
import { contentFor } from "@/lib/mail/compose";
import { noticeSchema } from "@/lib/mail/notice";
import { noticesOf } from "@/lib/notices/access";
import { matching } from "@/lib/notices/conditions";
import { matterOf } from "@/lib/notices/matter";
import { beyond, orderOf } from "@/lib/notices/place";
import type { NoticeFilter } from "@/lib/notices/schema";
import {
  channelsFor,
  isNoticeType,
  noticeTypes,
  typesFor,
  type NoticeType,
} from "@/lib/notices/types";
import { pageOf, placeOf } from "@/lib/place";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";
import type { NoticeChannel } from "@/prisma/generated/enums";

const pageSize = 25;

const listed = {
  id: true,
  at: true,
  readAt: true,
  type: true,
  urgent: true,
  template: true,
  data: true,
  subjectEn: true,
  subjectFr: true,
} satisfies Prisma.NoticeSelect;

type Row = Prisma.NoticeGetPayload<{ select: typeof listed }>;

/** A notice of the list, in the language in which it is read. */
export type ListedNotice = ReturnType<typeof rowOf>;

function rowOf(row: Row, locale: Locale) {
  const { id, at, readAt, urgent, template, data } = row;
  const known = noticeSchema.safeParse({ template, data });
  const content = known.success ? contentFor(known.data, locale) : null;
  return {
    id,
    at,
    urgent,
    read: readAt !== null,
    type: isNoticeType(row.type) ? row.type : null,
    subject: locale === "fr" ? row.subjectFr : row.subjectEn,
    matter: known.success ? matterOf(known.data) : null,
    /** Where it leads, with the words of its button; null where there is no page for it. */
    link: content?.button ?? null,
    content,
  };
}

/**
 * A page of the viewer's notices, newest first. `previous` and `next` are handed in again as `before` and
 * `after`; null at either end. A page holds its place when notices come.
 */
export async function listNotices(
  viewer: Viewer,
  filter: NoticeFilter,
  locale: Locale,
  take: number = pageSize,
) {
  const backwards = filter.before !== "";
  const place = beyond(backwards ? filter.before : filter.after, backwards);
  const found = await db().notice.findMany({
    where: { AND: [noticesOf(viewer), ...matching(filter, locale), ...(place ? [place] : [])] },
    select: listed,
    orderBy: orderOf(backwards && place !== null),
    take: take + 1,
  });
  const { rows, previous, next } = pageOf(found, { take, placed: place !== null, backwards });
  return {
    rows: rows.map((row) => rowOf(row, locale)),
    previous: previous && placeOf(previous),
    next: next && placeOf(next),
  };
}

/** What somebody is opening at this moment: a notice, or a conversation with its notices. */
interface Opening {
  readonly noticeId?: string | null;
  readonly threadId?: string | null;
}

/** How many notices the viewer has not opened, but for those they are opening now. */
export async function countUnreadNotices(
  viewer: Pick<Viewer, "userId">,
  { noticeId, threadId }: Opening = {},
): Promise<number> {
  const opened: Prisma.NoticeWhereInput[] = [
    ...(noticeId ? [idIs(noticeId)] : []),
    ...(threadId ? [{ type: "messages", data: { path: ["threadId"], equals: threadId } }] : []),
  ];
  return db().notice.count({ where: { AND: [noticesOf(viewer), { readAt: null }], NOT: opened } });
}

/** The newest of the viewer's notices, up to which "all" may be marked read; null where they have none. */
export async function findNewestNotice(viewer: Viewer): Promise<string | null> {
  const newest = await db().notice.findFirst({
    where: noticesOf(viewer),
    select: { id: true },
    orderBy: orderOf(false),
  });
  return newest?.id ?? null;
}

/**
 * One notice of the viewer with all that it says, which they have read from now on; null where there is none,
 * or it is another's.
 */
export async function openNotice(viewer: Viewer, id: string, locale: Locale) {
  const own = { AND: [noticesOf(viewer), idIs(id)] };
  const row = await db().notice.findFirst({ where: own, select: listed });
  if (!row) return null;
  if (row.readAt === null) {
    await db().notice.updateMany({ where: { ...own, readAt: null }, data: { readAt: now() } });
  }
  return { ...rowOf(row, locale), takenBackAt: await findTakenBack(row) };
}

/** When the Office took back the announcement of which a notice tells; null where it did not, or it tells of none. */
async function findTakenBack({ template, data }: Row): Promise<Date | null> {
  const known = noticeSchema.safeParse({ template, data });
  if (!known.success || !("broadcastId" in known.data.data)) return null;
  const broadcast = await db().broadcast.findUnique({
    where: { id: known.data.data.broadcastId },
    select: { takenBackAt: true },
  });
  return broadcast?.takenBackAt ?? null;
}

export interface Preference {
  readonly type: NoticeType;
  readonly urgent: boolean;
  readonly channel: NoticeChannel;
  /** What may be chosen. */
  readonly channels: readonly NoticeChannel[];
}

/** Where the viewer hears of each type, and to which address mail goes. */
export async function findPreferences(viewer: Viewer) {
  const { userId: id, kind } = viewer;
  const person = await db().user.findUniqueOrThrow({
    where: { id },
    select: {
      language: true,
      email: true,
      emailVerified: true,
      noticePreferences: { select: { type: true, channel: true } },
    },
  });
  const chosen = new Map(person.noticePreferences.map(({ type, channel }) => [type, channel]));
  const types = typesFor(kind).map((type): Preference => {
    const channels = channelsFor(kind, type);
    const channel = chosen.get(type) ?? "email";
    const kept = channels.includes(channel) ? channel : "email";
    return { type, urgent: noticeTypes[type].urgent, channel: kept, channels };
  });
  const { language, email, emailVerified } = person;
  return { types, language, address: emailVerified ? email : null };
}
