import "server-only";
import { mayPropose, unlessRefused, whyNot, type AmendmentError } from "@/lib/amendments/access";
import { wrongBeside } from "@/lib/amendments/fate";
import type { Trouble } from "@/lib/amendments/fields";
import { kinds } from "@/lib/amendments/kinds";
import { changedFields, jsonFrom, keyOf, type Row } from "@/lib/amendments/row";
import { tellOpenFiles } from "@/lib/amendments/commands/tell-open-files";
import { findPresent } from "@/lib/amendments/queries/rows";
import { seenOf } from "@/lib/amendments/seen";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { now, todayInOttawa } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { err, ok } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";
import type { ReferenceKind } from "@/prisma/generated/enums";

interface Why {
  readonly source: string;
  readonly reason: string;
}

export interface Proposal extends Why {
  /** ISO; where none is asked, what the row says, or today. */
  readonly effectiveFrom?: string | undefined;
}

export type Proposed =
  | { readonly ok: true; readonly value: { readonly changeId: string } }
  | {
      readonly ok: false;
      readonly error: AmendmentError;
      /** By field, where the row does not fit those that are there. */
      readonly troubles?: readonly (Trouble & { field: string })[];
    };

/** Proposes a new row. */
export function proposeNew(
  viewer: OfficerViewer,
  kind: ReferenceKind,
  row: Row,
  proposal: Proposal,
): Promise<Proposed> {
  const { from } = kinds[kind];
  const own = (from && row[from]) ?? todayInOttawa();
  const today = todayInOttawa();
  const effectiveFrom = proposal.effectiveFrom ?? (own < today ? own : today);
  return propose(viewer, kind, { ...proposal, effectiveFrom }, (present) =>
    present.has(keyOf(kind, row)) ? err("exists") : ok([row]),
  );
}

/** Proposes how a row is to be. `seen` is the row that the page showed. */
export function proposeChange(
  viewer: OfficerViewer,
  kind: ReferenceKind,
  key: string,
  { row, seen, ...proposal }: Proposal & { row: Row; seen: string },
): Promise<Proposed> {
  const effectiveFrom = proposal.effectiveFrom ?? todayInOttawa();
  return propose(viewer, kind, { ...proposal, effectiveFrom }, (present) => {
    const before = present.get(key);
    if (!before || kinds[kind].versions) return err("notFound");
    if (seenOf(before) !== seen) return err("changed");
    const named = Object.fromEntries(kinds[kind].key.map((name) => [name, before[name] ?? null]));
    return ok([{ ...row, ...named }]);
  });
}

/** Proposes the last day on which a row holds. */
export function proposeEnd(
  viewer: OfficerViewer,
  kind: ReferenceKind,
  key: string,
  { lastDay, ...why }: Why & { lastDay: string },
): Promise<Proposed> {
  const { from, to } = kinds[kind];
  const today = todayInOttawa();
  const after = addDays(lastDay, 1);
  const effectiveFrom = after < today ? after : today;
  return propose(viewer, kind, { ...why, effectiveFrom }, (present) => {
    const before = present.get(key);
    if (!before || !to) return err("notFound");
    if (from && (before[from] ?? "") > lastDay) return err("endsBefore");
    return ok([{ ...before, [to]: lastDay }]);
  });
}

/** Proposes all that a file changes, as one. */
export function proposeRows(
  viewer: OfficerViewer,
  kind: ReferenceKind,
  rows: readonly Row[],
  proposal: Proposal,
): Promise<Proposed> {
  const effectiveFrom = proposal.effectiveFrom ?? todayInOttawa();
  return propose(viewer, kind, { ...proposal, effectiveFrom }, (present) => {
    const changed = rows.filter(
      (row) => changedFields(kind, present.get(keyOf(kind, row)) ?? null, row).length > 0,
    );
    return ok(changed);
  });
}

/**
 * Takes a participant off the Schedule at once, on one administrator's word, from the day on which the order
 * is registered; another one confirms it afterwards, or puts it back.
 */
export async function switchOff(
  viewer: OfficerViewer,
  key: string,
  { order, registeredOn, reason }: { order: string; registeredOn: string; reason: string },
): Promise<Proposed> {
  const objection = whyNot(viewer);
  if (objection) return objection;
  if (registeredOn > todayInOttawa()) return err("registeredLater");
  const why = { source: order, reason, effectiveFrom: registeredOn, immediate: true };
  return propose(viewer, "participants", why, (present) => {
    const before = present.get(key);
    if (!before) return err("notFound");
    const last = addDays(registeredOn, -1);
    if (before["scheduleTo"] && before["scheduleTo"] <= last) return err("alreadyOff");
    return ok([{ ...before, scheduleTo: last }]);
  });
}

type Chosen = ReturnType<typeof ok<Row[]>> | ReturnType<typeof err<AmendmentError>>;
interface Whole extends Why {
  readonly effectiveFrom: string;
  readonly immediate?: boolean;
}

async function propose(
  viewer: OfficerViewer,
  kind: ReferenceKind,
  { source, reason, effectiveFrom, immediate = false }: Whole,
  choose: (present: ReadonlyMap<string, Row>) => Chosen,
): Promise<Proposed> {
  if (!mayPropose(viewer)) return err("notAllowed");
  return unlessRefused(() =>
    transaction<Proposed>(async (tx) => {
      const { id: changeId } = await tx.referenceChange.create({
        data: {
          kind,
          source,
          reason,
          immediate,
          effectiveFrom: new Date(effectiveFrom),
          proposedById: viewer.userId,
          proposedAt: now(),
        },
        select: { id: true },
      });
      // After the lock that the database took with the change: nothing moves from here on.
      const present = await findPresent(kind, tx);
      const chosen = choose(present.rows);
      if (!chosen.ok) return rollBack(chosen);
      const rows = chosen.value;
      if (rows.length === 0) return rollBack(err("unchanged"));
      const open = immediate ? { ...present, open: new Set<string>() } : present;
      const troubles = rows.flatMap((row) => wrongBeside(kind, row, open, effectiveFrom));
      const [first] = rows;
      if (troubles.length > 0 && rows.length === 1) {
        return rollBack({ ok: false, error: "wrongRows", troubles });
      }
      if (troubles.length > 0 || !first) return rollBack(err("wrongRows"));
      await addRows(tx, kind, changeId, rows);
      await record(tx, actorOf(viewer), {
        kind: "reference.proposed",
        data: {
          changeId,
          referenceKind: kind,
          keys: rows.slice(0, 10).map((row) => keyOf(kind, row)),
          rows: rows.length,
          from: effectiveFrom,
          source,
          immediate,
        },
      });
      if (immediate) await tellOpenFiles(tx, actorOf(viewer), changeId);
      return ok({ changeId });
    }),
  );
}

async function addRows(tx: Tx, kind: ReferenceKind, changeId: string, rows: readonly Row[]) {
  await tx.referenceChangeRow.createMany({
    data: rows.map((row) => ({
      changeId,
      key: keyOf(kind, row),
      after: jsonFrom(kind, row) as Prisma.InputJsonObject,
    })),
  });
}
