import "server-only";
import type { Answers } from "@/lib/applications/answers";
import { replacedBy } from "@/lib/applications/replacement";
import { comparedTotals, duplicateDays } from "@/lib/applications/rules/duplicates";
import type { PriceHistory, SameFigures } from "@/lib/applications/rules/rule";
import { addDays } from "@/lib/calendar";
import { dateInOttawa } from "@/lib/clock";
import type { Db } from "@/lib/db";
import { startOfDay } from "@/lib/reference/working-time";

interface Asked {
  readonly applicationId: string;
  readonly exporterId: string;
  readonly answers: Answers;
}

const days = { history: 730 } as const;

/**
 * What an exporter's stones were worth a carat in their newest shipments of two years, by kind (R14).
 * Only shipments of one tariff line say under which subheading their rows are; imported stones have
 * their import certificate to be compared with (R17). What was refused or given up does not count.
 */
export async function listPriceHistory(
  reader: Db,
  { applicationId, exporterId, answers }: Asked,
  today: string,
): Promise<PriceHistory[]> {
  const rows = answers.origin?.origins ?? [];
  if (!rows.some(({ category }) => category !== "previously_imported")) return [];
  const since = startOfDay(addDays(today, -days.history));
  return reader.$queryRaw<PriceHistory[]>`
    SELECT r.row->>'category' AS category, r.row->>'mine' AS mine,
           n.snapshot #>> '{answers,goods,hsLines,0,subheading}' AS subheading,
           count(DISTINCT n."applicationId")::int AS shipments,
           sum((r.row->>'carats')::numeric)::text AS carats, sum((r.row->>'usd')::numeric)::text AS usd
      FROM (SELECT s."applicationId", s.snapshot
              FROM "Application" a
              JOIN "Submission" s ON s."applicationId" = a.id AND s.version = a."submissionVersion"
             WHERE a."exporterId" = ${exporterId}::uuid AND a.id <> ${applicationId}::uuid
               AND a.status IN ('submitted', 'in_review', 'recommended', 'issued')
               AND a."submittedAt" >= ${since}
             ORDER BY a."submittedAt" DESC LIMIT 100) n
     CROSS JOIN LATERAL jsonb_array_elements(n.snapshot #> '{answers,origin,origins}') AS r(row)
     WHERE jsonb_array_length(n.snapshot #> '{answers,goods,hsLines}') = 1
       AND r.row->>'category' <> 'previously_imported'
     GROUP BY 1, 2, 3`;
}

/** The applications of the last days, whoever's, with the same mass and value as this one (R39). */
export async function listSameFigures(
  reader: Db,
  { applicationId, answers }: Asked,
  today: string,
): Promise<SameFigures[]> {
  const totals = comparedTotals({ answers });
  if (!totals) return [];
  const others = await reader.application.findMany({
    where: {
      id: { not: applicationId },
      // One that replaces its certificate is of the same stones.
      NOT: replacedBy(applicationId),
      status: { notIn: ["draft", "rejected", "cancelled"] },
      carats: totals.carats,
      valueUsd: totals.usd,
      submittedAt: { gte: startOfDay(addDays(today, -duplicateDays)) },
    },
    select: { id: true, number: true, exporterId: true, consigneeName: true, submittedAt: true },
    orderBy: [{ submittedAt: "desc" }, { id: "asc" }],
    take: 10,
  });
  return others.flatMap(({ id, number, exporterId, consigneeName, submittedAt }) =>
    number && consigneeName && submittedAt
      ? [
          {
            applicationId: id,
            number,
            exporterId,
            consigneeName,
            submittedOn: dateInOttawa(submittedAt),
          },
        ]
      : [],
  );
}
