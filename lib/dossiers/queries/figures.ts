import "server-only";
import { clockOf } from "@/lib/applications/clock-figures";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { median } from "@/lib/dossiers/median";
import { listHolidays } from "@/lib/reference/queries";
import type { ApplicationStatus, ClockSide } from "@/prisma/generated/enums";

/** Of so many of the newest decided applications the median time is taken. */
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
}

interface Decided {
  readonly id: string;
  readonly clock: readonly { side: ClockSide; from: string; until: string | null }[];
}

/**
 * What an exporter has sent and what came of it, in three statements. Whatever was never submitted is no
 * business of the office and is in none of the figures. For whoever the caller has found the profile.
 */
export async function findFigures(exporterId: string) {
  const [[counted], decided, holidays] = await Promise.all([
    db().$queryRaw<Counted[]>`
      WITH sent AS NOT MATERIALIZED (
        SELECT id, status, carats, "valueUsd" FROM "Application"
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
          WHERE a.status = 'issued' GROUP BY 1) y) AS years`,
    db().$queryRaw<Decided[]>`
      SELECT a.id, (
        SELECT jsonb_agg(jsonb_build_object('side', i.side, 'from', i."from", 'until', i."until") ORDER BY i.id)
        FROM "ClockInterval" i WHERE i."applicationId" = a.id) AS clock
      FROM (
        SELECT id FROM "Application"
        WHERE "exporterId" = ${exporterId}::uuid AND status IN ('issued', 'rejected')
        ORDER BY "submittedAt" DESC NULLS LAST LIMIT ${recentlyDecided}) a`,
    listHolidays(),
  ]);
  const states = counted?.states ?? {};
  const sent = Object.values(states).reduce((sum, n) => sum + n, 0);
  const minutes = decided.map(({ clock }) => {
    const intervals = clock.map(({ side, from, until }) => ({
      side,
      from: new Date(from),
      until: until === null ? null : new Date(until),
    }));
    return clockOf({ clock: intervals, dueAt: null }, now(), holidays).withOffice;
  });
  return {
    states,
    sent,
    /** The share of them that was returned at least once, in per cent; null of none. */
    returnedShare: sent === 0 ? null : ((counted?.returned ?? 0) * 100) / sent,
    years: counted?.years ?? [],
    /** Working minutes with the office until the decision, of the newest decided ones. */
    medianMinutes: median(minutes),
  };
}
export type ExporterFigures = Awaited<ReturnType<typeof findFigures>>;
