import "server-only";
import { db, type Db } from "@/lib/db";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** A row as it was, as the database writes it; null where there was none. */
type Before = Readonly<Record<string, unknown>> | null;

/** For each kind the rows that are otherwise on a day than in their tables, as they are on that day. */
type Later = ReadonlyMap<ReferenceKind, ReadonlyMap<string, Before>>;

/**
 * The tables hold what every confirmed change says, also of those that hold from a later day only. What a
 * row is on a day is what the first change that holds later found there.
 */
export async function changesAfter(day: string, reader: Db = db()): Promise<Later> {
  const rows = await reader.referenceChangeRow.findMany({
    where: {
      change: {
        effectiveFrom: { gt: new Date(day) },
        OR: [{ decision: { is: { outcome: "confirmed" } } }, { immediate: true, decision: null }],
      },
    },
    select: { key: true, before: true, change: { select: { kind: true } } },
    orderBy: [{ change: { effectiveFrom: "asc" } }, { changeId: "asc" }],
  });
  const later = new Map<ReferenceKind, Map<string, Before>>();
  for (const { key, before, change } of rows) {
    const ofKind = later.get(change.kind) ?? new Map<string, Before>();
    later.set(change.kind, ofKind);
    if (!ofKind.has(key)) ofKind.set(key, before as Before);
  }
  return later;
}

/** Rows as they are on the day after which `later` was asked. */
export function asItWas<T>(
  rows: readonly T[],
  later: ReadonlyMap<string, Before> | undefined,
  keyOf: (row: T) => string,
  read: (before: Readonly<Record<string, unknown>>) => T,
): T[] {
  if (!later) return [...rows];
  return rows.flatMap((row) => {
    const before = later.get(keyOf(row));
    if (before === undefined) return [row];
    return before === null ? [] : [read(before)];
  });
}
