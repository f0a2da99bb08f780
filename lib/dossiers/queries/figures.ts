import "server-only";
import { db } from "@/lib/db";
import type { ApplicationStatus } from "@/prisma/generated/enums";

/** Of so many of the newest files that are decided the median time is taken. */
const recentlyDecided = 100;

export interface YearOfExports {
  readonly year: number;
  readonly certificates: number;
  readonly carats: string;
  readonly usd: string;
  /** US dollars a carat; null where there are no carats. */
  readonly average: string | null;
}

interface Counted {
  readonly states: Partial<Record<ApplicationStatus, number>> | null;
  readonly returned: number;
  readonly years: readonly YearOfExports[] | null;
  readonly medianMinutes: number | null;
}

/**
 * What an exporter has sent and what came of it, in one statement. Whatever was never submitted is no business
 * of the office and is in none of the figures. For whoever the caller has found the profile.
 */
export async function findFigures(exporterId: string) {
  const [counted] = await db().$queryRaw<Counted[]>`
    WITH sent AS NOT MATERIALIZED (
      SELECT id, status, carats, "valueUsd", "submittedAt" FROM "Application"
      WHERE "exporterId" = ${exporterId}::uuid AND status <> 'draft' AND number IS NOT NULL)
    SELECT
      (SELECT jsonb_object_agg(status, n) FROM (SELECT status, count(*) AS n FROM sent GROUP BY status) s) AS states,
      (SELECT count(*)::int FROM sent WHERE EXISTS (
        SELECT 1 FROM "ChangeRequest" r WHERE r."applicationId" = sent.id)) AS returned,
      (SELECT jsonb_agg(y ORDER BY y.year DESC) FROM (
        SELECT extract(year FROM c."issuedOn")::int AS year, count(*)::int AS certificates,
          sum(a.carats)::text AS carats, sum(a."valueUsd")::text AS usd,
          round(sum(a."valueUsd") / nullif(sum(a.carats), 0), 2)::text AS average
        FROM sent a JOIN "Certificate" c ON c."applicationId" = a.id
        WHERE a.status = 'issued' GROUP BY 1) y) AS years,
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY "workedMinutes") FROM (
        SELECT f."workedMinutes" FROM (
          SELECT id FROM sent WHERE status IN ('issued', 'rejected') AND "submittedAt" IS NOT NULL
          ORDER BY "submittedAt" DESC LIMIT ${recentlyDecided}) a
        JOIN "ServiceFact" f ON f."applicationId" = a.id) f) AS "medianMinutes"`;
  const states = counted?.states ?? {};
  const sent = Object.values(states).reduce((sum, n) => sum + n, 0);
  return {
    states,
    sent,
    /** The share of them that was returned at least once, in per cent; null of none. */
    returnedShare: sent === 0 ? null : ((counted?.returned ?? 0) * 100) / sent,
    years: counted?.years ?? [],
    /** Working minutes with the office until the decision, of the newest files that are decided. */
    medianMinutes: counted?.medianMinutes ?? null,
  };
}
export type ExporterFigures = Awaited<ReturnType<typeof findFigures>>;
