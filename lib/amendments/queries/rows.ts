import "server-only";
import { kinds } from "@/lib/amendments/kinds";
import { keyOf, rowFrom, type Row } from "@/lib/amendments/row";
import type { Present } from "@/lib/amendments/fate";
import { isoDate } from "@/lib/clock";
import { db, type Db } from "@/lib/db";
import { changesAfter } from "@/lib/reference/as-of";
import { Prisma } from "@/prisma/generated/client";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** Every row of a kind as its table has it, by key. The reference data is nobody's secret: no viewer. */
export async function listRows(kind: ReferenceKind, reader: Db = db()): Promise<Map<string, Row>> {
  const { table } = kinds[kind];
  // The name is one of twelve in kinds.ts.
  const found = await reader.$queryRaw<{ row: unknown }[]>(
    Prisma.sql`SELECT to_jsonb(t) AS row FROM ${Prisma.raw(`"${table}"`)} t`,
  );
  const rows = found.map(({ row }) => rowFrom(kind, row));
  const byKey = rows.map((row) => [keyOf(kind, row), row] as const);
  return new Map(byKey.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same as the office had it on a day, whatever was changed from a later day on. */
export async function listRowsOn(kind: ReferenceKind, day: string): Promise<Map<string, Row>> {
  const rows = await listRows(kind);
  const later = (await changesAfter(day)).get(kind);
  for (const [key, before] of later ?? []) {
    if (before === null) rows.delete(key);
    else rows.set(key, rowFrom(kind, before));
  }
  return rows;
}

/** A change that holds: confirmed, or one that held at once and is not refused. */
const holds = {
  OR: [
    { decision: { is: { outcome: "confirmed" as const } } },
    { immediate: true, decision: null },
  ],
} satisfies Prisma.ReferenceChangeWhereInput;

/** What a new row of a kind is compared with. */
export async function findPresent(kind: ReferenceKind, reader: Db = db()): Promise<Present> {
  const named = new Set(kinds[kind].fields.flatMap((f) => (f.type === "of" ? [f.kind] : [])));
  const rows = await listRows(kind, reader);
  const keys: Partial<Record<ReferenceKind, ReadonlySet<string>>> = {};
  for (const other of named) keys[other] = new Set((await listRows(other, reader)).keys());
  const open = await reader.referenceChangeRow.findMany({
    where: { change: { kind, decision: null } },
    select: { key: true },
  });
  const held = await reader.referenceChangeRow.findMany({
    where: { change: { kind, ...holds } },
    select: { key: true, change: { select: { effectiveFrom: true } } },
    orderBy: { change: { effectiveFrom: "asc" } },
  });
  return {
    rows,
    keys,
    open: new Set(open.map(({ key }) => key)),
    newest: new Map(held.map(({ key, change }) => [key, isoDate(change.effectiveFrom)])),
  };
}
