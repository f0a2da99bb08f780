import "server-only";
import type { Subject } from "@/lib/applications/facts";
import { normaliseSeal } from "@/lib/applications/seals";
import type { Facts } from "@/lib/applications/rules/rule";
import { riskOf, type History, type PastStones } from "@/lib/applications/signals/signal";
import { signalsOf } from "@/lib/applications/signals/signals";
import { addDays } from "@/lib/calendar";
import { now } from "@/lib/clock";
import type { Db } from "@/lib/db";
import { startOfDay } from "@/lib/reference/working-time";
import type { RiskLevel } from "@/prisma/generated/enums";

/** As far back as prices and masses are compared. */
const days = 730;
/** Shipments of the exporter, of each mine, and of all: so many of the newest. */
const most = { own: 100, mine: 100, all: 200 } as const;
/** Of seals, files and applications that a signal leads to. */
const named = 10;

type Judged = Pick<Subject, "applicationId" | "exporterId" | "answers"> & {
  readonly documents: readonly { readonly kind: string; readonly sha256: string }[];
};

/**
 * What the office knows of other applications, whoever's, to compare one with: two statements, their
 * parts on indexes. For the office only.
 */
export async function gatherHistory(reader: Db, subject: Judged, today: string): Promise<History> {
  return {
    stones: await listPastStones(reader, subject, today),
    ...(await readRepeats(reader, subject)),
  };
}

/** What history says of a submission comes to, for the queue. */
export async function riskToday(reader: Db, subject: Judged, facts: Facts): Promise<RiskLevel> {
  return riskOf(signalsOf(facts, await gatherHistory(reader, subject, facts.today)));
}

async function listPastStones(
  reader: Db,
  { applicationId, exporterId, answers }: Judged,
  today: string,
): Promise<PastStones[]> {
  const since = startOfDay(addDays(today, -days));
  const rows = answers.origin?.origins ?? [];
  const mines = rows.flatMap((row) =>
    row.category === "new_production" && row.mine ? [JSON.stringify([{ mine: row.mine }])] : [],
  );
  return reader.$queryRaw<PastStones[]>`
    WITH counted AS NOT MATERIALIZED (
      SELECT id, number, "exporterId", "submissionVersion", "submittedAt" FROM "Application"
       WHERE status IN ('submitted', 'in_review', 'recommended', 'issued')
         AND "submittedAt" >= ${since} AND id <> ${applicationId}::uuid
    ), picked AS (
      (SELECT id FROM counted WHERE "exporterId" = ${exporterId}::uuid
        ORDER BY "submittedAt" DESC LIMIT ${most.own})
      UNION
      (SELECT of_mine.id FROM unnest(${[...new Set(mines)]}::text[]) AS mine(row)
        CROSS JOIN LATERAL (
          SELECT c.id FROM "Submission" s JOIN counted c ON c.id = s."applicationId" AND c."submissionVersion" = s.version
           WHERE s.snapshot #> '{answers,origin,origins}' @> mine.row::jsonb
           ORDER BY c."submittedAt" DESC LIMIT ${most.mine}) AS of_mine)
      UNION
      (SELECT id FROM counted ORDER BY "submittedAt" DESC LIMIT ${most.all})
    )
    SELECT c.id AS "applicationId", c.number, c."exporterId" = ${exporterId}::uuid AS own,
           to_char(c."submittedAt" AT TIME ZONE 'America/Toronto', 'YYYY-MM-DD') AS "on",
           r.row->>'category' AS category,
           CASE WHEN r.row->>'category' = 'new_production' THEN r.row->>'mine' END AS mine,
           CASE WHEN jsonb_array_length(s.snapshot #> '{answers,goods,hsLines}') = 1
                THEN s.snapshot #>> '{answers,goods,hsLines,0,subheading}' END AS subheading,
           sum((r.row->>'carats')::numeric)::text AS carats, sum((r.row->>'usd')::numeric)::text AS usd
      FROM picked p JOIN counted c ON c.id = p.id
      JOIN "Submission" s ON s."applicationId" = c.id AND s.version = c."submissionVersion"
     CROSS JOIN LATERAL jsonb_array_elements(s.snapshot #> '{answers,origin,origins}') AS r(row)
     GROUP BY 1, 2, 3, 4, 5, 6, 7`;
}

/**
 * What was used before: seals, invoices, the consignee. Certificates keep their seals as `normaliseSeal`
 * writes them; what has no certificate yet is found where the seal is written the same.
 */
async function readRepeats(
  reader: Db,
  { applicationId, exporterId, answers, documents }: Judged,
): Promise<Omit<History, "stones">> {
  const typed = [...new Set(answers.goods?.seals ?? [])];
  const hashes = documents.filter(({ kind }) => kind === "invoice").map(({ sha256 }) => sha256);
  const name = answers.consignee?.consignee?.name ?? "";
  const [found] = await reader.$queryRaw<Omit<History, "stones">[]>`
    WITH other AS NOT MATERIALIZED (
      SELECT id, number, status, "exporterId", "consigneeName", "submissionVersion", "submittedAt",
             "exporterId" = ${exporterId}::uuid AS own
        FROM "Application"
       WHERE id <> ${applicationId}::uuid AND number IS NOT NULL
    ), seals AS (
      SELECT t.seal, a.id AS "applicationId", a.number, a.own, c.number AS certificate,
             c."expiresAt" > ${now()} AS live
        FROM unnest(${typed}::text[], ${typed.map(normaliseSeal)}::text[]) AS t(seal, normal)
        JOIN "CertificateSeal" cs ON cs.seal = t.normal
        JOIN "Certificate" c ON c.id = cs."certificateId"
        JOIN other a ON a.id = c."applicationId"
      UNION ALL
      SELECT e.seal, a.id, a.number, a.own, NULL, true
        FROM "Submission" s
        JOIN other a ON a.id = s."applicationId" AND a."submissionVersion" = s.version
       CROSS JOIN LATERAL jsonb_array_elements_text(s.snapshot #> '{answers,goods,seals}') AS e(seal)
       WHERE s.snapshot #> '{answers,goods,seals}' ?| ${typed}::text[] AND e.seal = ANY (${typed}::text[])
         AND a.status IN ('submitted', 'in_review', 'returned', 'recommended')
       LIMIT ${named}
    ), invoices AS (
      SELECT DISTINCT ON (a.id) d.name, a.id AS "applicationId", a.number, a.own
        FROM "Document" d JOIN other a ON a.id = d."applicationId"
       WHERE d.sha256 = ANY (${hashes}::text[]) AND d.kind = 'invoice' AND d."removedAt" IS NULL
       ORDER BY a.id LIMIT ${named}
    ), same AS (
      SELECT id, number, "exporterId", "submittedAt", own FROM other
       WHERE lower("consigneeName") = lower(${name}) AND status NOT IN ('draft', 'cancelled')
    ), theirs AS (
      SELECT id AS "applicationId", number FROM same
       WHERE NOT own ORDER BY "submittedAt" DESC LIMIT ${named}
    )
    SELECT (SELECT coalesce(jsonb_agg(to_jsonb(seals)), '[]') FROM seals) AS seals,
           (SELECT coalesce(jsonb_agg(to_jsonb(invoices)), '[]') FROM invoices) AS invoices,
           jsonb_build_object(
             'before', (SELECT count(*) FROM other
                         WHERE "exporterId" = ${exporterId}::uuid AND status NOT IN ('draft', 'cancelled')),
             'own', (SELECT count(*) FROM same WHERE own),
             'others', (SELECT count(*) FROM same WHERE NOT own),
             'exporters', (SELECT count(DISTINCT "exporterId") FROM same WHERE NOT own),
             'files', (SELECT coalesce(jsonb_agg(to_jsonb(theirs)), '[]') FROM theirs)) AS consignee`;
  if (!found) throw new Error("a statement without FROM gives one row");
  return found;
}
