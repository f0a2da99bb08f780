import "server-only";
import { kindsIn } from "@/lib/audit/said/say";
import type { AuditFilter } from "@/lib/audit/schema";
import { addDays, isCalendarDate } from "@/lib/calendar";
import { db } from "@/lib/db";
import { normaliseNumber } from "@/lib/imports/number";
import { startOfDay } from "@/lib/reference/working-time";
import { isUuid } from "@/lib/row-id";
import { Prisma } from "@/prisma/generated/client";

/** People whose name or address fits, at most: of more, the filter says too little. */
const peopleLimit = 10;

export type Nothing = "record" | "who";

/** The numbers of the entries that a filter shows, newest first; or what of it names nothing. */
export async function findIds(
  filter: AuditFilter,
  limit: number,
): Promise<{ ids: bigint[]; unknown: Nothing | null }> {
  const people = filter.who === "" ? null : await findPeople(filter.who);
  if (people?.length === 0) return { ids: [], unknown: "who" };
  const record = filter.record === "" ? null : await findRecord(filter.record);
  if (filter.record !== "" && !record) return { ids: [], unknown: "record" };
  const where = Prisma.join(
    [
      ...(record ? [Prisma.sql`e.${Prisma.raw(`"${record.column}"`)} = ${record.id}::uuid`] : []),
      ...(filter.role === "" ? [] : [Prisma.sql`e."actorRole" = ${filter.role}`]),
      ...(filter.after === "" ? [] : [Prisma.sql`e.id < ${BigInt(filter.after)}`]),
      ...between(filter),
      Prisma.sql`true`,
    ],
    " AND ",
  );
  const kinds = filter.what === "" ? null : kindsIn(filter.what);
  // One walk down an index for each kind and person, told apart so that each is planned for its own number of
  // entries: a rare one is found as quickly as a common one.
  const walks = walksOf(people, kinds).map(
    (each) => Prisma.sql`
      (SELECT e.id FROM "Event" e WHERE ${each} AND ${where} ORDER BY e.id DESC LIMIT ${limit})`,
  );
  const rows = await db().$queryRaw<{ id: bigint }[]>`
    SELECT found.id FROM (${Prisma.join(walks, " UNION ALL ")}) found
     ORDER BY found.id DESC LIMIT ${limit}`;
  return { ids: rows.map(({ id }) => id), unknown: null };
}

function walksOf(people: string[] | null, kinds: string[] | null): Prisma.Sql[] {
  const who = people?.map((id) => Prisma.sql`e."actorId" = ${id}::uuid`) ?? [Prisma.sql`true`];
  const what = kinds?.map((kind) => Prisma.sql`e.kind = ${kind}`) ?? [Prisma.sql`true`];
  return who.flatMap((one) => what.map((other) => Prisma.sql`${one} AND ${other}`));
}

/**
 * The days in Ottawa, and beside them bounds of the numbers, so that an index is walked from the right place:
 * a number is given within ten minutes of the instant of its entry, because no transaction lasts longer.
 */
function between({ from, to }: AuditFilter): Prisma.Sql[] {
  const bounds: Prisma.Sql[] = [];
  if (isCalendarDate(from)) {
    const start = startOfDay(from);
    bounds.push(Prisma.sql`e.at >= ${start} AND e.id >= coalesce((
      SELECT f.id FROM "Event" f WHERE f.at >= ${new Date(start.getTime() - slack)} ORDER BY f.at, f.id LIMIT 1), 0)`);
  }
  if (isCalendarDate(to)) {
    const end = startOfDay(addDays(to, 1));
    bounds.push(Prisma.sql`e.at < ${end} AND e.id <= coalesce((
      SELECT f.id FROM "Event" f WHERE f.at >= ${new Date(end.getTime() + slack)} ORDER BY f.at, f.id LIMIT 1), ${largest})`);
  }
  return bounds;
}
const slack = 600_000;
const largest = 2n ** 63n - 1n;

async function findPeople(text: string): Promise<string[]> {
  if (isUuid(text)) return [text];
  const words = text.split(/\s+/).map((word) => {
    const contains = { contains: word, mode: "insensitive" as const };
    return { OR: [{ firstName: contains }, { lastName: contains }, { email: contains }] };
  });
  const found = await db().user.findMany({
    where: { AND: words },
    select: { id: true },
    orderBy: { id: "desc" },
    take: peopleLimit,
  });
  return found.map(({ id }) => id);
}

type Column =
  | "applicationId"
  | "certificateId"
  | "importCertificateId"
  | "announcementId"
  | "exporterId"
  | "personId";
export interface FoundRecord {
  readonly column: Column;
  readonly id: string;
}

/** A record by its number, as it is printed on its page, or by the id in its address. */
export async function findRecord(text: string): Promise<FoundRecord | null> {
  const number = text.toUpperCase();
  const imported = normaliseNumber(text);
  const id = isUuid(text) ? text.toLowerCase() : null;
  const [row] = await db().$queryRaw<{ column: Column; id: string }[]>`
    SELECT 'applicationId' AS column, id::text FROM "Application" WHERE number = ${number} OR id = ${id}::uuid
    UNION ALL SELECT 'certificateId', id::text FROM "Certificate" WHERE number = ${number} OR id = ${id}::uuid
    UNION ALL SELECT 'importCertificateId', id::text FROM "ImportCertificate"
      WHERE (${imported} <> '' AND "numberNormalised" = ${imported}) OR id = ${id}::uuid
    UNION ALL SELECT 'announcementId', id::text FROM "ImportAnnouncement" WHERE id = ${id}::uuid
    UNION ALL SELECT 'exporterId', id::text FROM "Exporter"
      WHERE id = ${id}::uuid OR replace("businessNumber", ' ', '') = replace(${number}, ' ', '')
    UNION ALL SELECT 'personId', id::text FROM "User" WHERE id = ${id}::uuid
    LIMIT 1`;
  return row ?? null;
}
