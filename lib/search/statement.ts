import "server-only";
import { todayInOttawa } from "@/lib/clock";
import type { Asked } from "@/lib/forms/search-text";
import { branchesOf } from "@/lib/search/branches";
import type { SearchKind } from "@/lib/search/kinds";
import { Prisma } from "@/prisma/generated/client";

const { sql, join, raw } = Prisma;

interface Kind {
  /** Where it is looked for. */
  readonly from: Prisma.Sql;
  readonly id: Prisma.Sql;
  /** What the office may know of: the same as `visibleTo` of applications says of an officer. */
  readonly visible: Prisma.Sql;
  /** A row of lib/search/rows.ts by its id. */
  readonly row: (id: Prisma.Sql) => Prisma.Sql;
}

const submitted = sql`a.status <> 'draft' AND a.number IS NOT NULL`;

const kinds: Record<SearchKind, Kind> = {
  applications: {
    from: sql`"Application" a`,
    id: sql`a.id`,
    visible: submitted,
    row: (id) => sql`
      SELECT jsonb_build_object('number', a.number, 'status', a.status, 'exporter', e."legalName",
        'consignee', a."consigneeName", 'destination', a.destination)
      FROM "Application" a JOIN "Exporter" e ON e.id = a."exporterId" WHERE a.id = ${id}`,
  },
  certificates: {
    from: sql`"Certificate" c`,
    id: sql`c.id`,
    visible: sql`true`,
    row: (id) => sql`
      SELECT jsonb_build_object('number', c.number, 'issuedOn', c."issuedOn", 'expiresOn', c."expiresOn",
        'expired', c."expiresAt" <= now(), 'exporter', e."legalName", 'application', a.number)
      FROM "Certificate" c JOIN "Application" a ON a.id = c."applicationId"
      JOIN "Exporter" e ON e.id = a."exporterId" WHERE c.id = ${id}`,
  },
  imports: {
    from: sql`"ImportCertificate" i`,
    id: sql`i.id`,
    visible: sql`true`,
    row: (id) => sql`
      SELECT jsonb_build_object('number', i.number, 'issuer', i.issuer, 'exporter', e."legalName",
        'remaining', b.remaining::text)
      FROM "ImportCertificate" i JOIN "Exporter" e ON e.id = i."exporterId"
      JOIN "ImportBalance" b ON b."importCertificateId" = i.id WHERE i.id = ${id}`,
  },
  seals: {
    from: sql`"SubmittedSeal" l JOIN "Submission" s ON s.id = l."submissionId"
      JOIN "Application" a ON a.id = s."applicationId" AND a."submissionVersion" = s.version`,
    id: sql`l.id`,
    visible: submitted,
    row: (id) => sql`
      SELECT jsonb_build_object('seal', l.seal, 'applicationId', a.id, 'number', a.number, 'status', a.status,
        'exporter', e."legalName", 'certificate', c.number)
      FROM "SubmittedSeal" l JOIN "Submission" s ON s.id = l."submissionId"
      JOIN "Application" a ON a.id = s."applicationId" JOIN "Exporter" e ON e.id = a."exporterId"
      LEFT JOIN "Certificate" c ON c."submissionId" = s.id WHERE l.id = ${id}`,
  },
  exporters: {
    from: sql`"Exporter" e`,
    id: sql`e.id`,
    visible: sql`true`,
    row: (id) => sql`
      SELECT jsonb_build_object('name', e."legalName", 'city', e.city, 'province', e.province,
        'businessNumber', e."businessNumber", 'mergedInto', k."legalName")
      FROM "Exporter" e LEFT JOIN "Exporter" k ON k.id = e."mergedIntoId" WHERE e.id = ${id}`,
  },
  consignees: {
    from: sql`"Application" a`,
    id: sql`a.id`,
    visible: submitted,
    row: (id) => sql`
      SELECT jsonb_build_object('name', a."consigneeName", 'destination', a.destination, 'number', a.number,
        'status', a.status, 'exporter', e."legalName")
      FROM "Application" a JOIN "Exporter" e ON e.id = a."exporterId" WHERE a.id = ${id}`,
  },
  people: {
    from: sql`"User" u`,
    id: sql`u.id`,
    visible: sql`true`,
    row: (id) => sql`
      SELECT jsonb_build_object('firstName', u."firstName", 'lastName', u."lastName", 'email', u.email,
        'roles', u.roles, 'profiles', (
          SELECT count(*) FROM "Mandate" m WHERE m."userId" = u.id AND m."acceptedAt" IS NOT NULL
            AND m."endedAt" IS NULL AND (m."endsOn" IS NULL OR m."endsOn" >= ${todayInOttawa()}::date)))
      FROM "User" u WHERE u.id = ${id}`,
  },
};

/** After which row a page begins: how exact that one was, and its id. */
export interface Place {
  readonly rank: number;
  readonly id: string;
}

/** The rows of a kind, the most exact first; null where what is asked can be nothing of it. */
export function statementFor(
  kind: SearchKind,
  asked: Asked,
  take: number,
  after: Place | null = null,
): Prisma.Sql | null {
  const branches = branchesOf[kind](asked);
  const { from, id, visible, row } = kinds[kind];
  const ways = branches.flatMap(({ where, key }, rank) => {
    if (after && rank < after.rank) return [];
    const earlier = branches.slice(0, rank).map((branch) => sql`(${branch.where}) IS NOT TRUE`);
    const place = after?.rank === rank ? after.id : null;
    const beyond =
      place === null
        ? []
        : [
            sql`(${key}, ${id}) > ((SELECT ${key} FROM ${from} WHERE ${id} = ${place}::uuid), ${place}::uuid)`,
          ];
    return [{ rank, key, conditions: [where, visible, ...earlier, ...beyond] }];
  });
  if (ways.length === 0) return null;
  const hitsOf = ({ rank }: (typeof ways)[number]) => raw(`hits_${rank}`);
  const tables = ways.map((way, n) => {
    // A less exact way is not even tried where the more exact ones have filled the page.
    const full = ways.slice(0, n).map((more) => sql`(SELECT count(*) FROM ${hitsOf(more)})`);
    const all = join(
      [...way.conditions, ...(full.length > 0 ? [sql`${join(full, " + ")} < ${take}`] : [])],
      " AND ",
    );
    return sql`${hitsOf(way)} AS MATERIALIZED (
      SELECT ${way.rank}::int AS rank, ${way.key} AS key, ${id} AS id FROM ${from}
      WHERE ${all} ORDER BY 2, 3 LIMIT ${take})`;
  });
  const hits = ways.map((way) => sql`SELECT * FROM ${hitsOf(way)}`);
  return sql`
    WITH ${join(tables, ", ")}
    SELECT ${kind}::text AS kind, hit.rank, hit.place, hit.id, (${row(sql`hit.id`)}) AS row
    FROM (SELECT rank, id, row_number() OVER (ORDER BY rank, key, id)::int AS place
          FROM (${join(hits, " UNION ALL ")}) hits ORDER BY place LIMIT ${take}) hit`;
}
