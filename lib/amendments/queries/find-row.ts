import "server-only";
import { visibleTo } from "@/lib/amendments/access";
import { changedFields, rowFrom } from "@/lib/amendments/row";
import { listRows, listRowsOn } from "@/lib/amendments/queries/rows";
import { seenOf } from "@/lib/amendments/seen";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import type { ReferenceKind } from "@/prisma/generated/enums";

/**
 * A row as it is on a day (null: not there then), as the table has it now, and every change of it, newest
 * first; null where there is no such row.
 */
export async function findRow(
  viewer: OfficerViewer,
  kind: ReferenceKind,
  key: string,
  day: string,
) {
  const newest = (await listRows(kind)).get(key);
  if (!newest || viewer.roles.length === 0) return null;
  const changes = await db().referenceChangeRow.findMany({
    where: { key, change: { AND: [visibleTo(viewer), { kind }] } },
    orderBy: { changeId: "desc" },
    select: {
      before: true,
      after: true,
      change: {
        select: {
          id: true,
          effectiveFrom: true,
          source: true,
          reason: true,
          immediate: true,
          proposedAt: true,
          proposedBy: named,
          decision: {
            select: { outcome: true, answer: true, decidedAt: true, decidedBy: named },
          },
        },
      },
    },
  });
  const history = changes.map(({ before, after, change }) => {
    const { effectiveFrom, proposedBy, decision, ...rest } = change;
    const [was, is] = [before === null ? null : rowFrom(kind, before), rowFrom(kind, after)];
    return {
      ...rest,
      effectiveFrom: isoDate(effectiveFrom),
      by: fullName(proposedBy),
      before: was,
      after: is,
      changed: changedFields(kind, was, is),
      outcome: decision?.outcome ?? null,
      answer: decision?.answer ?? null,
      decidedAt: decision?.decidedAt ?? null,
      decidedBy: decision ? fullName(decision.decidedBy) : null,
    };
  });
  return {
    row: (await listRowsOn(kind, day)).get(key) ?? null,
    newest,
    seen: seenOf(newest),
    open: history.find(({ outcome }) => outcome === null) ?? null,
    history,
  };
}

export type FoundRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;
