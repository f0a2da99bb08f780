import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { literally } from "@/lib/forms/search-text";
import { askedWords } from "@/lib/messages/asked-words";
import type { InboxFilter, InboxView } from "@/lib/messages/inbox-filter";
import { isUuid } from "@/lib/row-id";
import { Prisma } from "@/prisma/generated/client";

/*
 * The inbox in SQL. It has two parts, each in the order of an index: what waits, and what does not. `t` is the
 * conversation.
 */

const { sql, raw, join } = Prisma;

export const parts = ["waiting", "answered"] as const;
export type Part = (typeof parts)[number];

/** Which of its parts a view has. */
const partsOf: Record<InboxView, readonly Part[]> = {
  waiting: ["waiting"],
  unassigned: ["waiting"],
  theirs: ["answered"],
  mine: parts,
  all: parts,
};

/** Literals, because only with them PostgreSQL may use an index of a part. */
const ofPart: Record<Part, Prisma.Sql> = {
  waiting: raw(`t."waitingSince" IS NOT NULL`),
  // What was never sent has no place in the inbox.
  answered: raw(`t."waitingSince" IS NULL AND t."lastMessageAt" IS NOT NULL`),
};

const orders: Record<Part, Prisma.Sql> = {
  waiting: raw(`t."waitingSince", t.id`),
  answered: raw(`t."lastMessageAt" DESC, t.id DESC`),
};
export const orderOf = (part: Part) => orders[part];

export function conditionsOf(
  { userId }: OfficerViewer,
  part: Part,
  { view, about, q }: Pick<InboxFilter, "view" | "about" | "q">,
): Prisma.Sql {
  const found = matching(q);
  return join(
    [
      ofPart[part],
      ...(view === "mine" ? [sql`t."assignedToId" = ${userId}::uuid`] : []),
      ...(view === "unassigned" ? [sql`t."assignedToId" IS NULL`] : []),
      ...(view === "theirs" ? [sql`t."lastSide" = 'office'`] : []),
      ...(about ? [sql`t.about = ${about}::"ThreadAbout"`] : []),
      ...(found ? [sql`t.id IN (${found})`] : []),
    ],
    " AND ",
  );
}

interface Place {
  readonly part: Part;
  readonly at: string;
  readonly id: string;
}

/** Where a row stands in the list, as the address carries it. */
export const placeOf = ({ part, at, id }: Omit<Place, "at"> & { at: Date }): string =>
  `${part}~${at.toISOString()}~${id}`;

/** The place that an address names; null for one that somebody tampered with. */
function placeIn(after: string): Place | null {
  const [said = "", at = "", id = ""] = after.split("~");
  const part = parts.find((each) => each === said);
  const isInstant = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at);
  return part && isInstant && !Number.isNaN(Date.parse(at)) && isUuid(id) ? { part, at, id } : null;
}

/** The parts that are still to come at a place, and from where on. */
export function partsFrom({ view, after }: Pick<InboxFilter, "view" | "after">) {
  const place = placeIn(after);
  return partsOf[view]
    .filter((part) => !(place?.part === "answered" && part === "waiting"))
    .map((part) => ({ part, beyond: place?.part === part ? beyond(place) : Prisma.empty }));
}

function beyond({ part, at, id }: Place): Prisma.Sql {
  return part === "waiting"
    ? sql` AND (t."waitingSince", t.id) > (${at}::timestamptz, ${id}::uuid)`
    : sql` AND (t."lastMessageAt", t.id) < (${at}::timestamptz, ${id}::uuid)`;
}

/** No number is as short: too many would begin so. */
const shortestNumber = 4;

/**
 * The conversations that have every word: in the subject, in what was sent, in the exporter's name, or as the
 * beginning of the number of what they are about. Null where nothing is looked for.
 */
function matching(text: string): Prisma.Sql | null {
  const { words, together } = askedWords(text);
  if (words.length === 0) return null;
  const each = words.map((word) => sql`(${withWord(word)})`);
  return sql`(${join(each, " INTERSECT ")}) ${numbered(together)}`;
}

function withWord(word: string): Prisma.Sql {
  const pieces = word.split(/[^\p{L}\p{N}]+/u).filter((piece) => piece !== "");
  const asked = pieces.map((piece) => `${piece}:*`).join(" & ");
  const name = `${Array.from(word).length < 3 ? "% " : "%"}${literally(word)}%`;
  return sql`
    SELECT s.id FROM "Thread" s WHERE words_in(s.subject) @@ to_tsquery('simple', ${asked})
    UNION SELECT m."threadId" FROM "Message" m
      WHERE m."sentAt" IS NOT NULL AND words_in(m.text) @@ to_tsquery('simple', ${asked})
    UNION SELECT s.id FROM "Exporter" e JOIN "Thread" s ON s."exporterId" = e.id
      WHERE (' ' || fold(e."legalName")) LIKE ${name}
    ${numbered(word.replace(/[^\p{L}\p{N}]/gu, ""))}`;
}

function numbered(together: string): Prisma.Sql {
  if (together.length < shortestNumber) return Prisma.empty;
  const begins = (key: Prisma.Sql) =>
    sql`((${key}) COLLATE "C" >= ${together} AND (${key}) COLLATE "C" < ${`${together}\u{10ffff}`})`;
  return sql`
    UNION SELECT s.id FROM "Application" a JOIN "Thread" s ON s."applicationId" = a.id
      WHERE ${begins(sql`compact(a.number)`)}
    UNION SELECT s.id FROM "Certificate" c JOIN "Thread" s ON s."certificateId" = c.id
      WHERE ${begins(sql`compact(c.number)`)}
    UNION SELECT s.id FROM "ImportCertificate" i JOIN "Thread" s ON s."importCertificateId" = i.id
      WHERE ${begins(sql`compact(i."numberNormalised")`)}
    UNION SELECT s.id FROM "ImportCertificate" i JOIN "Thread" s ON s."importCertificateId" = i.id
      WHERE ${begins(sql`compact(substr(i."numberNormalised", 3))`)}`;
}
