import "server-only";
import { firstDayOf, servicePeriods, type ServicePeriod } from "@/lib/applications/service-periods";
import { todayInOttawa } from "@/lib/clock";
import { db, type Db } from "@/lib/db";
import { startOfDay } from "@/lib/reference/working-time";
import { Prisma } from "@/prisma/generated/client";

/** Of fewer decisions nothing is said: they might be those of one exporter. */
export const fewestShown = 5;

export interface ServiceFigures {
  readonly decided: number;
  readonly kept: number;
  /** Working minutes with the office. */
  readonly median: number;
  readonly ninetieth: number;
}

/**
 * How the office kept its promise in each period, null where too few were decided. One statement, of an
 * index alone: files are grouped by their minutes first, so that nothing large is sorted.
 */
export async function getServiceFigures(
  reader: Db = db(),
): Promise<Record<ServicePeriod, ServiceFigures | null>> {
  const today = todayInOttawa();
  const periods = servicePeriods.map(
    (name) => Prisma.sql`(${name}, ${startOfDay(firstDayOf(name, today))}::timestamptz)`,
  );
  const found = await reader.$queryRaw<(ServiceFigures & { name: ServicePeriod })[]>`
    WITH period (name, since) AS (VALUES ${Prisma.join(periods)}),
    grouped AS (
      SELECT p.name, f."workedMinutes" AS minutes, f.files, f.kept
        FROM period p
       CROSS JOIN LATERAL (
         SELECT "workedMinutes", count(*) AS files, count(*) FILTER (WHERE "promiseKept") AS kept
           FROM "ServiceFact" WHERE "decidedAt" >= p.since GROUP BY "workedMinutes") f),
    ranked AS (
      SELECT *, sum(files) OVER (PARTITION BY name ORDER BY minutes) AS up_to,
             sum(files) OVER (PARTITION BY name) AS total
        FROM grouped)
    SELECT name, max(total)::int AS decided, sum(kept)::int AS kept,
           min(minutes) FILTER (WHERE up_to * 2 >= total)::int AS median,
           min(minutes) FILTER (WHERE up_to * 10 >= total * 9)::int AS ninetieth
      FROM ranked GROUP BY name HAVING max(total) >= ${fewestShown}`;
  const of = (period: ServicePeriod) => found.find(({ name }) => name === period) ?? null;
  return { days30: of("days30"), days90: of("days90"), year: of("year") };
}
