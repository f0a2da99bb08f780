import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { ExporterFilter } from "@/lib/dossiers/exporter-list";
import { askedIn } from "@/lib/forms/search-text";
import { isUuid } from "@/lib/row-id";
import { branchesOf } from "@/lib/search/branches";
import { Prisma } from "@/prisma/generated/client";

const { sql, join } = Prisma;

export const exporterPage = 25;

export interface ExporterRow {
  readonly id: string;
  readonly legalName: string;
  readonly city: string;
  readonly province: string;
  readonly businessNumber: string | null;
  readonly mergedInto: string | null;
  /** Everything that was ever sent to the office. */
  readonly applications: number;
  readonly lastSubmittedAt: Date | null;
  readonly ownProfile: boolean;
}

const key = sql`(fold(e."legalName")) COLLATE "C"`;

/** Profiles by name; every officer sees them all. Text and place are in the address. */
export async function listExporters(viewer: OfficerViewer, { text, after }: ExporterFilter) {
  const asked = askedIn(text);
  const found = asked.phrase === "" ? [] : branchesOf.exporters(asked);
  const where = [
    ...(found.length > 0
      ? [
          sql`(${join(
            found.map((branch) => branch.where),
            " OR ",
          )})`,
        ]
      : []),
    ...(isUuid(after)
      ? [
          sql`(${key}, e.id) > ((SELECT ${key} FROM "Exporter" e WHERE e.id = ${after}::uuid), ${after}::uuid)`,
        ]
      : []),
  ];
  const rows = await db().$queryRaw<ExporterRow[]>`
    SELECT e.id, e."legalName", e.city, e.province, e."businessNumber", k."legalName" AS "mergedInto",
      f.applications, f."lastSubmittedAt",
      EXISTS (SELECT 1 FROM "Mandate" m WHERE m."exporterId" = e.id AND m."userId" = ${viewer.userId}::uuid) AS "ownProfile"
    FROM (
      SELECT e.*, ${key} AS key FROM "Exporter" e
      WHERE ${where.length > 0 ? join(where, " AND ") : sql`true`}
      ORDER BY key, e.id LIMIT ${exporterPage + 1}) e
    LEFT JOIN "Exporter" k ON k.id = e."mergedIntoId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS applications, max(a."submittedAt") AS "lastSubmittedAt" FROM "Application" a
      WHERE a."exporterId" = e.id AND a.status <> 'draft' AND a.number IS NOT NULL) f
    ORDER BY e.key, e.id`;
  const last = rows.length > exporterPage ? rows[exporterPage - 1] : undefined;
  return { rows: rows.slice(0, exporterPage), next: last?.id ?? null };
}
