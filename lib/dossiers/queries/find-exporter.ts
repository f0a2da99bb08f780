import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { isUuid } from "@/lib/row-id";
import type { ApplicationStatus, MandateKind, Permission } from "@/prisma/generated/enums";
import { findFigures } from "./figures";

/** So many of the newest rows of each kind are shown. */
const newest = 10;

interface Profile {
  readonly id: string;
  readonly legalName: string;
  readonly addressLines: readonly string[];
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
  readonly businessNumber: string | null;
  readonly residencyAttestedAt: Date;
  readonly createdAt: Date;
  readonly mergedIntoId: string | null;
  readonly mergedIntoName: string | null;
  readonly mergedFrom: readonly { id: string; legalName: string }[] | null;
  readonly openMergeId: string | null;
  readonly notes: readonly { id: string; text: string; by: string; at: string }[] | null;
}

interface MandateRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: MandateKind;
  readonly permissions: readonly Permission[];
  readonly acceptedAt: Date | null;
  readonly endsOn: Date | null;
  readonly endedAt: Date | null;
}

interface SentRow {
  readonly id: string;
  readonly number: string;
  readonly status: ApplicationStatus;
  readonly submittedAt: Date | null;
  readonly destination: string | null;
  readonly carats: string | null;
  readonly usd: string | null;
  readonly certificateId: string | null;
  readonly certificate: string | null;
  readonly seals: readonly string[] | null;
}

interface ImportRow {
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  readonly importedOn: Date;
  readonly registered: string;
  readonly held: string;
  readonly remaining: string;
}

/**
 * Everything the office knows of an exporter, in six statements however much that is; null where there is
 * none. What was never submitted stays out of it.
 */
export async function findExporterDossier(viewer: OfficerViewer, exporterId: string) {
  if (!isUuid(exporterId)) return null;
  const [profile] = await db().$queryRaw<Profile[]>`
    SELECT e.id, e."legalName", e."addressLines", e.city, e.province, e."postalCode", e."businessNumber",
      e."residencyAttestedAt", e."createdAt", e."mergedIntoId", k."legalName" AS "mergedIntoName",
      (SELECT jsonb_agg(jsonb_build_object('id', d.id, 'legalName', d."legalName") ORDER BY d."legalName")
         FROM "Exporter" d WHERE d."mergedIntoId" = e.id) AS "mergedFrom",
      (SELECT m.id FROM "ExporterMerge" m WHERE m.outcome IS NULL AND (m."fromId" = e.id OR m."intoId" = e.id)
        ORDER BY m."proposedAt" LIMIT 1) AS "openMergeId",
      (SELECT jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'at', n.at,
                'by', trim(u."firstName" || ' ' || u."lastName")) ORDER BY n.at DESC)
         FROM (SELECT * FROM "OfficeNote" n WHERE n."exporterId" IN (
                 SELECT e.id UNION ALL SELECT d.id FROM "Exporter" d WHERE d."mergedIntoId" = e.id)
               ORDER BY n.at DESC LIMIT ${newest}) n
         JOIN "User" u ON u.id = n."byId") AS notes
    FROM "Exporter" e LEFT JOIN "Exporter" k ON k.id = e."mergedIntoId"
    WHERE e.id = ${exporterId}::uuid`;
  if (!profile) return null;
  const [figures, mandates, sent, imports, history] = await Promise.all([
    findFigures(exporterId),
    db().$queryRaw<MandateRow[]>`
      SELECT m.id, m."userId", trim(u."firstName" || ' ' || u."lastName") AS name, u.email, m.kind,
        m.permissions, m."acceptedAt", m."endsOn", m."endedAt"
      FROM "Mandate" m JOIN "User" u ON u.id = m."userId"
      WHERE m."exporterId" = ${exporterId}::uuid ORDER BY m.kind, m."createdAt" LIMIT 200`,
    db().$queryRaw<SentRow[]>`
      SELECT a.id, a.number, a.status, a."submittedAt", a.destination, a.carats::text, a."valueUsd"::text AS usd,
        c.id AS "certificateId", c.number AS certificate,
        (SELECT jsonb_agg(l.seal ORDER BY l.seal) FROM "Submission" s JOIN "SubmittedSeal" l ON l."submissionId" = s.id
          WHERE s."applicationId" = a.id AND s.version = a."submissionVersion") AS seals
      FROM "Application" a LEFT JOIN "Certificate" c ON c."applicationId" = a.id
      WHERE a."exporterId" = ${exporterId}::uuid AND a.status <> 'draft' AND a.number IS NOT NULL
        AND a."submittedAt" IS NOT NULL
      ORDER BY a."submittedAt" DESC LIMIT ${newest}`,
    db().$queryRaw<ImportRow[]>`
      SELECT i.id, i.number, i.issuer, i."importedOn", b.registered::text, b.reserved::text AS held, b.remaining::text
      FROM "ImportCertificate" i JOIN "ImportBalance" b ON b."importCertificateId" = i.id
      WHERE i."exporterId" = ${exporterId}::uuid ORDER BY i."importedOn" DESC, i.id DESC LIMIT ${newest}`,
    listProfileHistory(exporterId),
  ]);
  const today = todayInOttawa();
  return {
    ...profile,
    ownProfile: mandates.some(({ userId }) => userId === viewer.userId),
    mergedFrom: profile.mergedFrom ?? [],
    notes: (profile.notes ?? []).map((note) => ({ ...note, at: new Date(note.at) })),
    figures,
    mandates: mandates.map(({ endsOn, ...mandate }) => {
      const lastDay = endsOn ? isoDate(endsOn) : null;
      const lapsed = lastDay !== null && lastDay < today;
      return { ...mandate, endsOn: lastDay, inForce: mandate.endedAt === null && !lapsed };
    }),
    sent: sent.map(({ seals, ...row }) => ({ ...row, seals: seals ?? [] })),
    imports: imports.map((row) => ({ ...row, importedOn: isoDate(row.importedOn) })),
    history,
  };
}
export type ExporterDossier = NonNullable<Awaited<ReturnType<typeof findExporterDossier>>>;

const told = [
  "exporter.created",
  "exporter.changed",
  "exporter.mergeProposed",
  "exporter.mergeDropped",
  "exporter.merged",
  "mandate.accepted",
  "mandate.ended",
] as const;
type Told = (typeof told)[number];

interface HistoryRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: Told;
  readonly by: string;
  readonly whom: string;
  readonly data: {
    readonly fields?: readonly string[];
    readonly mergeId?: string;
    readonly side?: string;
  };
}

/** What was changed of a profile and of who acts for it, newest first. */
function listProfileHistory(exporterId: string) {
  return db().$queryRaw<HistoryRow[]>`
    SELECT v.id::text, v.at, v.kind, coalesce(trim(u."firstName" || ' ' || u."lastName"), '') AS by,
      coalesce(trim(p."firstName" || ' ' || p."lastName"), '') AS whom, v.data
    FROM "Event" v LEFT JOIN "User" u ON u.id = v."actorId" LEFT JOIN "User" p ON p.id = v."personId"
    WHERE v."exporterId" = ${exporterId}::uuid AND v.kind = ANY(${[...told]})
    ORDER BY v.id DESC LIMIT 30`;
}
