import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { askedIn, literally } from "@/lib/forms/search-text";
import type { QueueFilter, QueueKey, QueueSort, QueueState } from "@/lib/reviews/queue-filter";
import { isUuid } from "@/lib/row-id";
import { Prisma } from "@/prisma/generated/client";

/*
 * The queue in SQL. The states are literals, because only with them PostgreSQL may use the indexes that
 * leave out what is closed. `a` is the application, `e` its exporter.
 */

const { sql, raw, join, empty } = Prisma;

/** With the office, by state; what was cancelled before it was ever submitted is none of its business. */
const ofState: Record<QueueState, Prisma.Sql> = {
  open: raw(`a.status IN ('submitted', 'in_review', 'recommended')`),
  submitted: raw(`a.status = 'submitted'`),
  in_review: raw(`a.status = 'in_review'`),
  recommended: raw(`a.status = 'recommended'`),
  returned: raw(`a.status = 'returned'`),
  closed: raw(`a.status IN ('issued', 'rejected', 'cancelled') AND a.number IS NOT NULL`),
};

const day = 86_400_000;

/** What the filter asks for. `businessDayAgo` is when the last business day of work began. */
export function conditionsOf(
  viewer: OfficerViewer,
  filter: QueueFilter,
  businessDayAgo: Date,
): Prisma.Sql {
  const { destination, category, subheading, risk, exporterId } = filter;
  const ago = (days: number) => new Date(now().getTime() - days * day);
  const ages = {
    "": [],
    day: [sql`a."submittedAt" >= ${ago(1)}`],
    businessDay: [sql`a."submittedAt" < ${businessDayAgo}`],
    week: [sql`a."submittedAt" < ${ago(7)}`],
    month: [sql`a."submittedAt" < ${ago(30)}`],
  };
  return join(
    [
      ofState[filter.state],
      ...heldBy(viewer, filter.officer),
      ...(exporterId ? [sql`a."exporterId" = ${exporterId}::uuid`] : []),
      ...askedIn(filter.exporter).words.map(
        (word) => sql`fold(e."legalName") LIKE ${within(word)}`,
      ),
      ...(destination ? [sql`a.destination = ${destination}`] : []),
      ...(category ? [sql`${category} = ANY (a.categories)`] : []),
      ...(subheading ? [sql`${subheading} = ANY (a.subheadings)`] : []),
      ...(risk ? [sql`a.risk = ${risk}::"RiskLevel"`] : []),
      ...ages[filter.age],
      ...withText(filter.text),
    ],
    " AND ",
  );
}

function heldBy({ userId }: OfficerViewer, officer: string): Prisma.Sql[] {
  if (officer === "nobody") return [sql`a."holderId" IS NULL`];
  const holder = officer === "me" ? userId : officer;
  return isUuid(holder) ? [sql`a."holderId" = ${holder}::uuid`] : [];
}

/** Every word somewhere in number, consignee, seals and exporter, or all of it as one number or seal. */
function withText(text: string): Prisma.Sql[] {
  const { words, together } = askedIn(text);
  if (words.length === 0) return [];
  const every = words.map(
    (word) =>
      sql`(a."searchText" LIKE ${within(word)} OR fold(e."legalName") LIKE ${within(word)})`,
  );
  const whole = together === "" ? empty : sql` OR a."searchText" LIKE ${within(together)}`;
  return [sql`((${join(every, " AND ")})${whole})`];
}

const within = (word: string) => `%${literally(word)}%`;

/** What a key sorts by. Some closed files have no day any more; they stand by when they came in. */
function columnOf(key: QueueKey, state: QueueState): Prisma.Sql {
  switch (key) {
    case "due":
      return raw(state === "closed" ? `coalesce(a."dueAt", a."submittedAt")` : `a."dueAt"`);
    // Not by an index on a day or a mass, which would walk through what is closed.
    case "received":
      return raw(state === "closed" ? `a."submittedAt"` : `(a."submittedAt" + interval '0')`);
    case "exporter":
      return raw(`e."legalName"`);
    case "carats":
      return raw(state === "closed" ? `a.carats` : `(a.carats + 0)`);
    case "usd":
      return raw(`a."valueUsd"`);
  }
}

const parts = (sort: QueueSort) => sort.split(".") as [QueueKey, "asc" | "desc"];

export function orderOf({ sort, state }: QueueFilter): Prisma.Sql {
  const [key, direction] = parts(sort);
  return sql`${columnOf(key, state)} ${raw(direction)}, a.id ${raw(direction)}`;
}

interface Placed {
  readonly id: string;
  readonly dueAt: Date | null;
  readonly submittedAt: Date | null;
  readonly exporterName: string;
  readonly carats: string | null;
  readonly valueUsd: string | null;
}

/** Where a row stands in the order, as the address carries it. */
export function placeOf(sort: QueueSort, row: Placed): string {
  const said: Record<QueueKey, string> = {
    due: (row.dueAt ?? row.submittedAt)?.toISOString() ?? "",
    received: row.submittedAt?.toISOString() ?? "",
    exporter: row.exporterName,
    carats: row.carats ?? "",
    usd: row.valueUsd ?? "",
  };
  return `${said[parts(sort)[0]]}~${row.id}`;
}

/** Within the years of ISO dates and the digits of a sum: others are no column's value. */
const shapes: Record<QueueKey, [RegExp, string]> = {
  due: [/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, "timestamptz"],
  received: [/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, "timestamptz"],
  exporter: [/^[^\0]{1,100}$/, "text"],
  carats: [/^\d{1,12}\.\d\d$/, "numeric"],
  usd: [/^\d{1,14}\.\d\d$/, "numeric"],
};

/** What comes after the place in the address; one that somebody tampered with is none. */
export function beyond({ sort, state, after }: QueueFilter): Prisma.Sql {
  const [key, direction] = parts(sort);
  const cut = after.lastIndexOf("~");
  const [said, id] = [after.slice(0, Math.max(cut, 0)), after.slice(cut + 1)];
  const [shape, type] = shapes[key];
  if (!isUuid(id) || !shape.test(said)) return empty;
  if (type === "timestamptz" && Number.isNaN(Date.parse(said))) return empty;
  const further = raw(direction === "asc" ? ">" : "<");
  return sql` AND (${columnOf(key, state)}, a.id) ${further} (${said}::${raw(type)}, ${id}::uuid)`;
}

/**
 * What an officer could begin with: what nobody holds, due first; nothing of a profile to which they belong
 * or have belonged (rule R29), and nothing that they have typed in. The first of it, or the one file `only`.
 */
export const waitingFor = ({ userId }: OfficerViewer, only = ""): Prisma.Sql => sql`
  FROM "Application" a
  WHERE a.status IN ('submitted', 'in_review') AND a."holderId" IS NULL
    AND a."enteredById" IS DISTINCT FROM ${userId}::uuid
    AND NOT EXISTS (SELECT FROM "Mandate" m WHERE m."exporterId" = a."exporterId" AND m."userId" = ${userId}::uuid)
    ${isUuid(only) ? sql`AND a.id = ${only}::uuid` : empty}
  ORDER BY a."dueAt", a.id LIMIT 1`;
