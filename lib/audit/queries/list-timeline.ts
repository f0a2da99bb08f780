import "server-only";
import { visibleTo as visibleApplications } from "@/lib/applications/access";
import { idIn, readEntries, type AuditEntry } from "@/lib/audit/entries";
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
  const visible = {
    AND: [
      found.where,
      { OR: [{ applicationId: null }, { application }] },
      { OR: [{ announcementId: null }, { announcement: announcementsVisibleTo(viewer) }] },
    ],
  };
  const ids = await findIds(visible, /^\d{1,18}$/.test(after) ? BigInt(after) : null, limit + 1);
  const entries: AuditEntry[] = await readEntries(db(), ids.slice(0, limit));
  const last = entries.at(-1);
  // Whose a record is, its page says.
  const known = [
    id,
    ...(kind === "person" ? [] : entries.flatMap((one) => one.exporter?.id ?? [])),
  ];
  return { name: found.name, known, entries, next: ids.length > limit && last ? last.id : null };
}

/**
 * The first so many entries before one of them, without what was done with files of messages that were never sent. There
 * may be thousands of those in a row: each look is wider than the one before.
 */
async function findIds(
  visible: Prisma.EventWhereInput,
  before: bigint | null,
  count: number,
): Promise<bigint[]> {
  const found: bigint[] = [];
  let from = before;
  for (let take = count; found.length < count; take *= 4) {
    const rows = await db().event.findMany({
      where: { AND: [visible, from === null ? {} : { id: { lt: from } }] },
      orderBy: { id: "desc" },
      take,
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const hidden = await ofMessageDrafts(ids);
    found.push(...ids.filter((id) => !hidden.has(id)));
    if (ids.length < take) break;
    from = ids.at(-1) ?? null;
  }
  return found.slice(0, count);
}

/** Of these entries, those about files of messages that were never sent. */
async function ofMessageDrafts(ids: readonly bigint[]): Promise<ReadonlySet<bigint>> {
  const rows = await db().$queryRaw<{ id: bigint }[]>`
    SELECT e.id FROM "Event" e
      JOIN "Document" d ON d.id = ${idIn("documentId")}
      JOIN "Message" m ON m.id = d."messageId"
     WHERE e.id = ANY(${ids}::bigint[]) AND m."sentAt" IS NULL`;
  return new Set(rows.map(({ id }) => id));
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
