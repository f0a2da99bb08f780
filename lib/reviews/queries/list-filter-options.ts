import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { QueueFilter } from "@/lib/reviews/queue-filter";
import { isUuid } from "@/lib/row-id";

interface Option {
  readonly what: "holder" | "destination" | "exporter" | "view";
  readonly value: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

/**
 * What the filter offers, in one statement: who holds open files and where they go, what the address names
 * besides, with its name, and the officer's own views.
 */
export async function listFilterOptions({ userId }: OfficerViewer, filter: QueueFilter) {
  const { officer, destination, exporterId } = filter;
  const named = isUuid(officer) ? officer : null;
  const found = await db().$queryRaw<Option[]>`
    WITH open AS MATERIALIZED (
      SELECT "holderId", destination FROM "Application"
      WHERE status IN ('submitted', 'in_review', 'recommended', 'returned'))
    SELECT 'holder' AS what, u.id::text AS value, concat_ws(' ', u."firstName", u."lastName") AS "nameEn",
      concat_ws(' ', u."firstName", u."lastName") AS "nameFr"
    FROM "User" u
    WHERE u.id IN (SELECT "holderId" FROM open) OR (u.id = ${named}::uuid AND u."officerSince" IS NOT NULL)
    UNION ALL
    SELECT 'destination', p.code, p."nameEn", p."nameFr" FROM "Participant" p
    WHERE p.code IN (SELECT destination FROM open) OR p.code = ${destination}
    UNION ALL
    SELECT 'exporter', e.id::text, e."legalName", e."legalName" FROM "Exporter" e
    WHERE e.id = ${exporterId || null}::uuid AND EXISTS (
      SELECT FROM "Application" a WHERE a."exporterId" = e.id AND a.status <> 'draft' AND a.number IS NOT NULL)
    UNION ALL
    SELECT 'view', v.id::text, v.name, v.query FROM "SavedView" v WHERE v."userId" = ${userId}::uuid
    ORDER BY 3`;
  const of = (what: Option["what"]) => found.filter((option) => option.what === what);
  return {
    holders: of("holder"),
    destinations: of("destination"),
    exporter: of("exporter")[0] ?? null,
    views: of("view").map(({ value, nameEn, nameFr }) => ({
      id: value,
      name: nameEn,
      query: nameFr,
    })),
  };
}
export type FilterOptions = Awaited<ReturnType<typeof listFilterOptions>>;
