import "server-only";
import { visibleTo } from "@/lib/amendments/access";
import { referenceKinds } from "@/lib/amendments/kinds";
import { listRows } from "@/lib/amendments/queries/rows";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";

/** Every kind of reference data: how many rows, what changed last, what waits. */
export async function listKinds(viewer: OfficerViewer) {
  const done = await db().referenceChange.findMany({
    where: { AND: [visibleTo(viewer), { decision: { outcome: "confirmed" } }] },
    orderBy: [{ decision: { decidedAt: "desc" } }],
    distinct: ["kind"],
    select: { id: true, kind: true, decision: { select: { decidedAt: true, decidedBy: named } } },
  });
  const waiting = await db().referenceChange.groupBy({
    by: ["kind"],
    where: { AND: [visibleTo(viewer), { decision: null }] },
    _count: true,
  });
  return Promise.all(
    referenceKinds.map(async (kind) => {
      const last = done.find((change) => change.kind === kind);
      return {
        kind,
        rows: (await listRows(kind)).size,
        waiting: waiting.find((group) => group.kind === kind)?._count ?? 0,
        last:
          last?.decision &&
          ({
            changeId: last.id,
            at: last.decision.decidedAt,
            by: fullName(last.decision.decidedBy),
          } as const),
      };
    }),
  );
}

/** What waits to be decided, oldest first; what holds already before the rest. */
export async function listOpenChanges(viewer: OfficerViewer) {
  const changes = await db().referenceChange.findMany({
    where: { AND: [visibleTo(viewer), { decision: null }] },
    orderBy: [{ immediate: "desc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      immediate: true,
      effectiveFrom: true,
      proposedAt: true,
      proposedById: true,
      proposedBy: named,
      rows: { select: { key: true }, take: 1 },
      _count: { select: { rows: true } },
    },
  });
  return changes.map(({ proposedBy, proposedById, effectiveFrom, rows, _count, ...change }) => ({
    ...change,
    effectiveFrom: isoDate(effectiveFrom),
    by: fullName(proposedBy),
    byViewer: proposedById === viewer.userId,
    key: rows[0]?.key ?? "",
    rows: _count.rows,
  }));
}

export type OpenChange = Awaited<ReturnType<typeof listOpenChanges>>[number];
