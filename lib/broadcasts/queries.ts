import "server-only";
import type { OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { addressedFor, shownTo } from "@/lib/broadcasts/access";
import { paragraphsOf } from "@/lib/broadcasts/paragraphs";
import { broadcastStates, stateOf } from "@/lib/broadcasts/status";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/routing";
import { oneLine } from "@/lib/mail/one-line";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

/** The newest so many of those that are over stay in the list. */
const mostListed = 200;

const listed = {
  id: true,
  titleEn: true,
  titleFr: true,
  urgent: true,
  everybody: true,
  shownFrom: true,
  shownUntil: true,
  takenBackAt: true,
  _count: { select: { exporters: true } },
} satisfies Prisma.BroadcastSelect;

type Listed = Prisma.BroadcastGetPayload<{ select: typeof listed }>;

const rowOf = ({ _count, ...row }: Listed) => ({
  ...row,
  exporters: _count.exporters,
  state: stateOf(row, now()),
});
export type BroadcastRow = ReturnType<typeof rowOf>;

/** Every announcement: those that are shown, then those that are planned, then the others, newest first. */
export async function listBroadcasts(viewer: OfficerViewer): Promise<BroadcastRow[]> {
  if (viewer.roles.length === 0) return [];
  const rows = await db().broadcast.findMany({
    select: listed,
    orderBy: [{ shownFrom: "desc" }, { id: "desc" }],
    take: mostListed,
  });
  return broadcastStates.flatMap((state) => rows.map(rowOf).filter((row) => row.state === state));
}

/** One announcement with who planned it, for whom, and how many people were told; null where there is none. */
export async function findBroadcast(viewer: OfficerViewer, id: string) {
  if (viewer.roles.length === 0) return null;
  const found = await db().broadcast.findFirst({
    where: idIs(id),
    select: {
      id: true,
      titleEn: true,
      titleFr: true,
      urgent: true,
      everybody: true,
      shownFrom: true,
      shownUntil: true,
      takenBackAt: true,
      textEn: true,
      textFr: true,
      plannedAt: true,
      plannedBy: named,
      takenBackBy: named,
      exporters: {
        select: { exporter: { select: { id: true, legalName: true } } },
        orderBy: { exporter: { legalName: "asc" } },
      },
    },
  });
  if (!found) return null;
  const { plannedBy, takenBackBy, exporters, ...broadcast } = found;
  return {
    ...broadcast,
    state: stateOf(broadcast, now()),
    plannedBy: fullName(plannedBy),
    takenBackBy: takenBackBy && fullName(takenBackBy),
    exporters: exporters.map(({ exporter }) => exporter),
    ...(await countTold(broadcast.id)),
  };
}
export type FoundBroadcast = NonNullable<Awaited<ReturnType<typeof findBroadcast>>>;

/** How many people have its notice, and how many of them by email as well. */
async function countTold(broadcastId: string) {
  const event = await db().event.findFirst({
    where: { kind: "broadcast.published", data: { path: ["broadcastId"], equals: broadcastId } },
    select: { id: true },
  });
  if (!event) return { told: 0, mailed: 0 };
  const [told, mailed] = await Promise.all([
    db().notice.count({ where: { eventId: event.id } }),
    db().mail.count({ where: { eventId: event.id, repeatsId: null } }),
  ]);
  return { told, mailed };
}

/** What the top of a page shows to the viewer, or to a visitor: the urgent ones first. */
export async function bannersFor(viewer: Viewer | null, locale: Locale) {
  const rows = await db().broadcast.findMany({
    where: shownTo(viewer),
    select: {
      id: true,
      urgent: true,
      titleEn: true,
      titleFr: true,
      textEn: true,
      textFr: true,
      exporters: {
        where: addressedFor(viewer),
        select: { exporter: { select: { legalName: true } } },
        orderBy: { exporter: { legalName: "asc" } },
      },
    },
    orderBy: [{ urgent: "desc" }, { shownFrom: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, urgent, titleEn, titleFr, textEn, textFr, exporters }) => ({
    id,
    urgent,
    /** Those of the viewer that it is for, by their names; none where it is for everybody. */
    exporters: exporters.map(({ exporter }) => exporter.legalName),
    title: oneLine(locale === "fr" ? titleFr : titleEn),
    paragraphs: paragraphsOf(locale === "fr" ? textFr : textEn),
  }));
}
