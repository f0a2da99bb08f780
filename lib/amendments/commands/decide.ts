import "server-only";
import {
  mayPropose,
  unlessRefused,
  visibleTo,
  whyNot,
  type AmendmentError,
} from "@/lib/amendments/access";
import { tellOpenFiles } from "@/lib/amendments/commands/tell-open-files";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, now } from "@/lib/clock";
import { transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

type Decided = Result<void, AmendmentError>;

/** Confirms what another administrator proposed: from now on the tables say it. */
export async function confirmChange(viewer: OfficerViewer, changeId: string): Promise<Decided> {
  const objection = whyNot(viewer);
  if (objection) return objection;
  return onOpen(viewer, changeId, async (tx, { facts, immediate, proposedById }) => {
    if (proposedById === viewer.userId) return err("ownProposal");
    await decide(tx, viewer, facts.changeId, proposedById, { outcome: "confirmed" });
    await record(tx, actorOf(viewer), {
      kind: "reference.confirmed",
      personId: proposedById,
      data: facts,
    });
    // Of what held at once they were told when it did.
    if (!immediate) await tellOpenFiles(tx, actorOf(viewer), facts.changeId);
    return ok(undefined);
  });
}

/** Says no, and why. What held at once holds no longer. */
export async function refuseChange(
  viewer: OfficerViewer,
  changeId: string,
  answer: string,
): Promise<Decided> {
  const objection = whyNot(viewer);
  if (objection) return objection;
  return onOpen(viewer, changeId, async (tx, { facts, immediate, proposedById }) => {
    if (proposedById === viewer.userId) return err("ownProposal");
    await decide(tx, viewer, facts.changeId, proposedById, { outcome: "refused", answer });
    await record(tx, actorOf(viewer), {
      kind: "reference.refused",
      personId: proposedById,
      data: { ...facts, answer },
    });
    if (immediate) await tellOpenFiles(tx, actorOf(viewer), facts.changeId);
    return ok(undefined);
  });
}

/** Takes back what one proposed oneself and nobody has decided. */
export async function takeBackChange(viewer: OfficerViewer, changeId: string): Promise<Decided> {
  if (!mayPropose(viewer)) return err("notAllowed");
  return onOpen(viewer, changeId, async (tx, { facts, immediate, proposedById }) => {
    if (proposedById !== viewer.userId) return err("notOwnProposal");
    if (immediate) return err("holdsAlready");
    await decide(tx, viewer, facts.changeId, proposedById, { outcome: "taken_back" });
    await record(tx, actorOf(viewer), { kind: "reference.takenBack", data: facts });
    return ok(undefined);
  });
}

type Open = NonNullable<Awaited<ReturnType<typeof findOpen>>>;

function onOpen(
  viewer: OfficerViewer,
  changeId: string,
  work: (tx: Tx, change: Open) => Promise<Decided>,
): Promise<Decided> {
  return unlessRefused(() =>
    transaction<Decided>(async (tx) => {
      // The lock that the database takes for each proposal and decision: of two administrators one is first.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('reference change'))`;
      const change = await findOpen(tx, viewer, changeId);
      if (!change) return err("notFound");
      return change.decided ? err("decided") : work(tx, change);
    }),
  );
}

async function findOpen(tx: Tx, viewer: OfficerViewer, changeId: string) {
  const found = await tx.referenceChange.findFirst({
    where: { AND: [visibleTo(viewer), idIs(changeId)] },
    select: {
      id: true,
      kind: true,
      immediate: true,
      effectiveFrom: true,
      proposedById: true,
      decision: { select: { outcome: true } },
      rows: { select: { key: true }, orderBy: { key: "asc" }, take: 10 },
      _count: { select: { rows: true } },
    },
  });
  if (!found) return null;
  const { id, kind, immediate, effectiveFrom, proposedById, decision, rows, _count } = found;
  const facts = {
    changeId: id,
    referenceKind: kind,
    keys: rows.map(({ key }) => key),
    rows: _count.rows,
    from: isoDate(effectiveFrom),
  };
  return { facts, immediate, proposedById, decided: decision !== null };
}

function decide(
  tx: Tx,
  { userId }: OfficerViewer,
  changeId: string,
  proposedById: string,
  decision: { outcome: "confirmed" | "taken_back" } | { outcome: "refused"; answer: string },
) {
  return tx.referenceDecision.create({
    data: { changeId, proposedById, ...decision, decidedById: userId, decidedAt: now() },
    select: { changeId: true },
  });
}
