import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { announcementsPreparedBy, announcementsVisibleTo, visibleTo } from "@/lib/imports/access";
import { announcedColumns, announcedIn } from "@/lib/imports/announced";
import { lacksOf } from "@/lib/imports/lacks";
import { isAnnouncementOpen } from "@/lib/imports/status";
import { warningsOf } from "@/lib/imports/warnings";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** An announced import with its files, what it lacks and what may be wrong with it; or null. */
export async function findAnnouncement(viewer: Viewer, announcementId: string) {
  const row = await db().importAnnouncement.findFirst({
    where: { AND: [announcementsVisibleTo(viewer), idIs(announcementId)] },
    select: {
      id: true,
      exporterId: true,
      status: true,
      version: true,
      sentAt: true,
      answer: true,
      answeredAt: true,
      ...announcedColumns,
      importCertificate: {
        select: { id: true, number: true, originalReceivedOn: true },
      },
      documents: {
        where: { removedAt: null },
        select: {
          id: true,
          name: true,
          size: true,
          scan: true,
          uploadedAt: true,
          uploadedBy: named,
        },
        orderBy: { uploadedAt: "asc" },
      },
    },
  });
  if (!row) return null;
  const { issuer, number, importedOn, note, documents, importCertificate, ...rest } = row;
  const announced = announcedIn({ issuer, number, importedOn, note });
  const mine = { AND: [announcementsPreparedBy(viewer), { id: row.id }] };
  const mayPrepare = (await db().importAnnouncement.count({ where: mine })) > 0;
  return {
    ...rest,
    announced,
    mayPrepare,
    importCertificate: importCertificate && {
      ...importCertificate,
      originalReceivedOn:
        importCertificate.originalReceivedOn && isoDate(importCertificate.originalReceivedOn),
    },
    documents: documents.map(({ uploadedBy, ...file }) => ({
      ...file,
      uploadedBy: fullName(uploadedBy),
    })),
    lacks: lacksOf(announced, documents),
    warnings: isAnnouncementOpen(row.status)
      ? warningsOf(announced, await around(viewer, row))
      : [],
  };
}

export type Announcement = NonNullable<Awaited<ReturnType<typeof findAnnouncement>>>;

/** What the same profile has in the register, and what else it announces. */
async function around(
  viewer: Viewer,
  { id, exporterId, issuer }: { id: string; exporterId: string; issuer: string | null },
) {
  const select = { id: true, issuer: true, number: true } as const;
  const [registered, announced] = await Promise.all([
    db().importCertificate.findMany({
      where: { AND: [visibleTo(viewer), { exporterId, issuer: issuer ?? "" }] },
      select,
    }),
    db().importAnnouncement.findMany({
      where: {
        AND: [announcementsVisibleTo(viewer), { exporterId, issuer, id: { not: id } }],
        status: { in: ["draft", "sent", "returned"] },
      },
      select,
    }),
  ]);
  return { today: todayInOttawa(), registered, announced };
}

/** Who changed an announcement last, and when; null where the viewer may not know of it. */
export async function findLastChange(viewer: Viewer, announcementId: string) {
  const event = await db().event.findFirst({
    where: {
      announcement: { AND: [announcementsVisibleTo(viewer), idIs(announcementId)] },
      kind: { in: ["import.announced", "import.changed"] },
    },
    select: { at: true, actorId: true, actor: named },
    orderBy: { id: "desc" },
  });
  return event && { at: event.at, actorId: event.actorId, by: fullName(event.actor) };
}
