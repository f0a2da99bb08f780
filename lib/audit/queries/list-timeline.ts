import "server-only";
import { visibleTo as visibleApplications } from "@/lib/applications/access";
import { readEntries, type AuditEntry } from "@/lib/audit/entries";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { visibleTo as visibleCertificates } from "@/lib/certificates/access";
import { db } from "@/lib/db";
import { visibleTo as visibleExporters } from "@/lib/exporters/access";
import { announcementsVisibleTo, visibleTo as visibleImports } from "@/lib/imports/access";
import { seesOfficers } from "@/lib/officers/access";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

export const timelineKinds = [
  "application",
  "certificate",
  "import",
  "announcement",
  "exporter",
  "person",
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export interface TimelineOf {
  readonly kind: TimelineKind;
  readonly id: string;
}

/**
 * Everything that happened to a record, newest first, from before the entry `after`; null where the officer
 * may not know of the record. Of a profile or a person nothing is told of what was never submitted or sent.
 */
export async function listTimeline(
  viewer: OfficerViewer,
  of: TimelineOf,
  { after = "", limit = 50 }: { after?: string; limit?: number } = {},
) {
  const { kind, id } = of;
  const found = await findRecord(viewer, of);
  if (!found) return null;
  const application = visibleApplications(viewer);
  const rows = await db().event.findMany({
    where: {
      AND: [
        found.where,
        { OR: [{ applicationId: null }, { application }] },
        { OR: [{ announcementId: null }, { announcement: announcementsVisibleTo(viewer) }] },
        { id: { notIn: await ofMessageDrafts(of) } },
      ],
      ...(/^\d{1,18}$/.test(after) ? { id: { lt: BigInt(after) } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: { id: true },
  });
  const entries: AuditEntry[] = await readEntries(
    db(),
    rows.slice(0, limit).map((row) => row.id),
  );
  const last = entries.at(-1);
  // Whose a record is, its page says.
  const known = [
    id,
    ...(kind === "person" ? [] : entries.flatMap((one) => one.exporter?.id ?? [])),
  ];
  return { name: found.name, known, entries, next: rows.length > limit && last ? last.id : null };
}

/** What was done with files of messages that were never sent. */
async function ofMessageDrafts({ kind, id }: TimelineOf): Promise<bigint[]> {
  if (kind !== "exporter" && kind !== "person") return [];
  const whose = kind === "exporter" ? { thread: { exporterId: id } } : { authorId: id };
  const files = await db().document.findMany({
    where: { message: { sentAt: null, ...whose } },
    select: { id: true },
  });
  if (files.length === 0) return [];
  const events = await db().event.findMany({
    where: {
      kind: { startsWith: "document." },
      ...(kind === "exporter" ? { exporterId: id } : { actorId: id }),
      OR: files.map((file) => ({ data: { path: ["documentId"], equals: file.id } })),
    },
    select: { id: true },
  });
  return events.map((event) => event.id);
}

type Found = { name: string; where: Prisma.EventWhereInput } | null;

async function findRecord(viewer: OfficerViewer, { kind, id }: TimelineOf): Promise<Found> {
  switch (kind) {
    case "application": {
      const where = { AND: [visibleApplications(viewer), idIs(id)] };
      const row = await db().application.findFirst({ where, select: { number: true } });
      return row && { name: row.number ?? "", where: { applicationId: id } };
    }
    case "certificate": {
      const where = { AND: [visibleCertificates(viewer), idIs(id)] };
      const row = await db().certificate.findFirst({ where, select: { number: true } });
      return row && { name: row.number, where: { certificateId: id } };
    }
    case "import": {
      const where = { AND: [visibleImports(viewer), idIs(id)] };
      const row = await db().importCertificate.findFirst({ where, select: { number: true } });
      return row && { name: row.number, where: { importCertificateId: id } };
    }
    case "announcement": {
      const where = { AND: [announcementsVisibleTo(viewer), idIs(id)] };
      const row = await db().importAnnouncement.findFirst({ where, select: { number: true } });
      return row && { name: row.number ?? "", where: { announcementId: id } };
    }
    case "exporter": {
      const where = { AND: [visibleExporters(viewer), idIs(id)] };
      const row = await db().exporter.findFirst({ where, select: { legalName: true } });
      return row && { name: row.legalName, where: { exporterId: id } };
    }
    case "person": {
      if (!seesOfficers(viewer)) return null;
      const row = await db().user.findFirst({ where: idIs(id), ...named });
      return row && { name: fullName(row), where: { OR: [{ personId: id }, { actorId: id }] } };
    }
  }
}
