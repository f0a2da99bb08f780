import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import {
  type EntryKind,
  ledgerReasons,
  type StatementEntry,
  type StatementFilter,
} from "@/lib/imports/statement";
import { Prisma } from "@/prisma/generated/client";
import type { ApplicationStatus } from "@/prisma/generated/enums";

/*
 * The lines of an account with what was left after each, reckoned by PostgreSQL in decimals. Callers have
 * asked whether the reader may see the certificate. Entries of one certificate are written one after
 * the other under its lock, so their ids are their order.
 */

/** By how much an entry moves what is left: a hold that becomes an export moves nothing. */
const sign = Prisma.sql`CASE kind WHEN 'reserved' THEN -1 WHEN 'consumed' THEN 0 ELSE 1 END`;

const account = (id: string) => Prisma.sql`
  SELECT *, ${sign} * carats AS moved, ${sign} * "valueUsd" AS "movedUsd",
         sum(${sign} * carats) OVER (ORDER BY id) AS "left",
         sum(${sign} * "valueUsd") OVER (ORDER BY id) AS "leftUsd"
    FROM "LedgerEntry" WHERE "importCertificateId" = ${id}::uuid`;

const ofKind = (kind: StatementFilter["kind"]) =>
  kind === "" ? Prisma.sql`true` : Prisma.sql`e.kind = ${kind}::"LedgerKind"`;

interface Line {
  id: string;
  at: Date;
  kind: EntryKind;
  carats: string;
  usd: string;
  moved: string;
  movedUsd: string;
  left: string;
  leftUsd: string;
  reason: string | null;
  applicationId: string | null;
  number: string | null;
  status: ApplicationStatus | null;
  holds: boolean;
  certificateId: string | null;
  certificateNumber: string | null;
  actor: string | null;
  secondActor: string | null;
  byExporter: boolean;
}

export async function countLines(tx: Tx, id: string, kind: StatementFilter["kind"]) {
  const where = { importCertificateId: id, ...(kind === "" ? {} : { kind }) };
  return tx.ledgerEntry.count({ where });
}

interface Asked {
  kind: StatementFilter["kind"];
  skip: number;
  take: number;
}

/** Lines in order, and what was left before the first of them. */
export async function readLines(tx: Tx, viewer: Viewer, id: string, { kind, skip, take }: Asked) {
  const lines = await tx.$queryRaw<Line[]>`
    WITH e AS (${account(id)})
    SELECT e.id::text, e.at, e.kind::text, e.carats::text, e."valueUsd"::text AS usd,
           e.moved::text, e."movedUsd"::text, e."left"::text, e."leftUsd"::text, e.reason,
           e."applicationId", a.number, a.status::text, coalesce(h.reserved > 0, false) AS holds,
           c.id AS "certificateId", c.number AS "certificateNumber",
           trim(p."firstName" || ' ' || p."lastName") AS actor,
           trim(s."firstName" || ' ' || s."lastName") AS "secondActor",
           EXISTS (SELECT 1 FROM "Mandate" m JOIN "ImportCertificate" i ON i."exporterId" = m."exporterId"
                    WHERE i.id = e."importCertificateId" AND m."userId" = e."actorId") AS "byExporter"
      FROM e
      LEFT JOIN "Application" a ON a.id = e."applicationId"
      LEFT JOIN "ImportHold" h ON h."applicationId" = e."applicationId"
                              AND h."importCertificateId" = e."importCertificateId"
      LEFT JOIN "Certificate" c ON c.id = e."certificateId"
      LEFT JOIN "User" p ON p.id = e."actorId"
      LEFT JOIN "User" s ON s.id = e."secondActorId"
     WHERE ${ofKind(kind)}
     ORDER BY e.id LIMIT ${take} OFFSET ${skip}`;
  const [first] = lines;
  return {
    entries: lines.map((line) => entryOf(viewer, line)),
    broughtForward: first
      ? { carats: minus(first.left, first.moved), usd: minus(first.leftUsd, first.movedUsd) }
      : null,
  };
}

/** What was left over time. Of very many movements the last of each of 400 groups. */
export async function readSteps(tx: Tx, id: string) {
  return tx.$queryRaw<{ at: Date; left: string }[]>`
    SELECT DISTINCT ON (slot) at, "left"::text
      FROM (SELECT e.*, ntile(400) OVER (ORDER BY id) AS slot FROM (${account(id)}) e) e
     ORDER BY slot, id DESC`;
}

function entryOf(viewer: Viewer, line: Line): StatementEntry {
  const { applicationId, number, status, certificateId, certificateNumber } = line;
  const known = ledgerReasons.find((reason) => reason === line.reason) ?? null;
  const stands = standingOf(viewer, status);
  return {
    id: line.id,
    at: line.at,
    kind: line.kind,
    moved: { carats: line.moved, usd: line.movedUsd },
    spent: line.kind === "consumed" ? { carats: line.carats, usd: line.usd } : null,
    left: { carats: line.left, usd: line.leftUsd },
    application:
      applicationId && number
        ? { id: applicationId, number, open: viewer.kind === "exporter" || status !== "draft" }
        : null,
    held: line.kind === "reserved" && line.holds ? stands : null,
    certificate:
      certificateId && certificateNumber ? { id: certificateId, number: certificateNumber } : null,
    reason: known,
    words: line.kind === "corrected" ? line.reason : null,
    by: namesIn(viewer, line),
  };
}

/** That a file was recommended stays in the office. */
function standingOf({ kind }: Viewer, status: ApplicationStatus | null): StatementEntry["held"] {
  if (status === "recommended") return kind === "exporter" ? "in_review" : status;
  return status === "submitted" || status === "in_review" || status === "returned" ? status : null;
}

/** An exporter reads names of their own side only. */
function namesIn({ kind }: Viewer, { actor, secondActor, byExporter }: Line): string[] | null {
  if (kind === "exporter" && !byExporter) return null;
  return [actor, secondActor].filter((name): name is string => Boolean(name));
}

const minus = (left: string, moved: string): string =>
  new Prisma.Decimal(left).minus(moved).toFixed(2);
