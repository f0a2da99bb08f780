import "server-only";
import { visibleTo } from "@/lib/amendments/access";
import { changedFields, rowFrom } from "@/lib/amendments/row";
import { findAffected, type Affected } from "@/lib/amendments/queries/affected";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/**
 * A change with what it does: the rows before and after, and the open files that feel it. Of drafts, which
 * are none of the office's business, only how many.
 */
export async function findChange(viewer: OfficerViewer, changeId: string) {
  const found = await db().referenceChange.findFirst({
    where: { AND: [visibleTo(viewer), idIs(changeId)] },
    include: {
      proposedBy: named,
      rows: { orderBy: { key: "asc" } },
      decision: { include: { decidedBy: named } },
    },
  });
  if (!found) return null;
  const { id, kind, source, reason, immediate, proposedAt, decision } = found;
  return {
    ...forOffice(await findAffected(kind, found.rows)),
    id,
    kind,
    source,
    reason,
    immediate,
    proposedAt,
    effectiveFrom: isoDate(found.effectiveFrom),
    by: fullName(found.proposedBy),
    byViewer: found.proposedById === viewer.userId,
    rows: found.rows.map(({ key, before, after }) => {
      const [was, is] = [before === null ? null : rowFrom(kind, before), rowFrom(kind, after)];
      return { key, before: was, after: is, changed: changedFields(kind, was, is) };
    }),
    decision: decision && {
      outcome: decision.outcome,
      answer: decision.answer,
      at: decision.decidedAt,
      by: fullName(decision.decidedBy),
    },
  };
}

/** The open files that go to a participant, before it is switched off. */
export async function countOpenFilesTo(viewer: OfficerViewer, participant: string) {
  if (viewer.roles.length === 0) return forOffice([]);
  const row = { code: participant, scheduleTo: null };
  const off = { ...row, scheduleTo: "0001-01-01" };
  return forOffice(await findAffected("participants", [{ before: row, after: off }]));
}

function forOffice(affected: readonly Affected[]) {
  const submitted = affected.flatMap(({ number, ...file }) =>
    number !== null && file.status !== "draft" ? [{ ...file, number }] : [],
  );
  return { drafts: affected.length - submitted.length, submitted };
}

export type FoundChange = NonNullable<Awaited<ReturnType<typeof findChange>>>;
