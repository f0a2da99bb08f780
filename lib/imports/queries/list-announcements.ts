import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { announcementsVisibleTo } from "@/lib/imports/access";
import { announcedColumns, announcedIn } from "@/lib/imports/announced";
import { isUuid } from "@/lib/row-id";
import type { AnnouncementStatus } from "@/prisma/generated/enums";

/**
 * The imports that a profile has announced and that are not in the register yet, newest first; last those
 * that never will be.
 */
export async function listAnnouncements(viewer: Viewer, exporterId: string) {
  if (!isUuid(exporterId)) return [];
  const rows = await db().importAnnouncement.findMany({
    where: {
      AND: [announcementsVisibleTo(viewer), { exporterId }],
      status: { not: "registered" },
    },
    select: { id: true, status: true, createdAt: true, sentAt: true, ...announcedColumns },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  const sorted = [
    ...rows.filter(({ status }) => !ended(status)),
    ...rows.filter(({ status }) => ended(status)),
  ];
  return sorted.map(({ issuer, number, importedOn, note, ...row }) => ({
    ...row,
    announced: announcedIn({ issuer, number, importedOn, note }),
  }));
}

const ended = (status: AnnouncementStatus) => status === "declined" || status === "withdrawn";

export type AnnouncementRow = Awaited<ReturnType<typeof listAnnouncements>>[number];
