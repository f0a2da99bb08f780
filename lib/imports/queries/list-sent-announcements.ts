import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { announcementsVisibleTo } from "@/lib/imports/access";
import { fullName, named } from "@/lib/people/name";
import { placeOf, readPlace } from "@/lib/place";
import type { Prisma } from "@/prisma/generated/client";

const page = 25;

/** The announcements that wait for the office, or again for the exporter; the oldest first. */
export async function listSentAnnouncements(
  viewer: OfficerViewer,
  { view, after }: { view: "announced" | "returned"; after: string },
) {
  const place = beyond(after);
  const found = await db().importAnnouncement.findMany({
    where: {
      AND: [
        announcementsVisibleTo(viewer),
        { status: view === "announced" ? "sent" : "returned" },
        ...(place ? [place] : []),
      ],
    },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    take: page + 1,
    select: {
      id: true,
      issuer: true,
      number: true,
      importedOn: true,
      sentAt: true,
      answeredAt: true,
      answeredBy: named,
      exporter: { select: { legalName: true } },
      _count: { select: { documents: { where: { removedAt: null } } } },
    },
  });
  const last = found.length > page ? found[page - 1] : undefined;
  return {
    next: last?.sentAt ? placeOf({ at: last.sentAt, id: last.id }) : null,
    rows: found.slice(0, page).map(({ exporter, answeredBy, _count, importedOn, ...row }) => ({
      ...row,
      importedOn: importedOn ? isoDate(importedOn) : null,
      exporterName: exporter.legalName,
      answeredBy: fullName(answeredBy),
      scans: _count.documents,
    })),
  };
}
export type AnnouncedRow = Awaited<ReturnType<typeof listSentAnnouncements>>["rows"][number];

function beyond(text: string): Prisma.ImportAnnouncementWhereInput | null {
  const { at, id } = readPlace(text) ?? {};
  if (!at || !id) return null;
  return { OR: [{ sentAt: { gt: at } }, { sentAt: at, id: { gt: id } }] };
}
