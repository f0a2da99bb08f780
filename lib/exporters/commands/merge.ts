import "server-only";
import { isSteppedUp } from "@/lib/auth/step-up";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction, type Tx, violatedConstraint } from "@/lib/db";
import { record } from "@/lib/events/record";
import { confirmsMerges, proposesMerges, visibleTo } from "@/lib/exporters/access";
import { inForce } from "@/lib/people/mandate";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

export type MergeError =
  | "notFound"
  | "notAllowed"
  | "stepUp"
  | "itself"
  | "chain"
  | "ownProfile"
  | "openApplications"
  | "alreadyOpen"
  | "noneOpen"
  | "ownProposal";

/** What the database refuses, which asks again with both profiles and their files locked. */
const refusals: Readonly<Record<string, MergeError>> = {
  ExporterMerge_by_office: "notAllowed",
  ExporterMerge_of_two: "itself",
  ExporterMerge_no_chain: "chain",
  ExporterMerge_not_own_profile: "ownProfile",
  ExporterMerge_nothing_open: "openApplications",
  ExporterMerge_one_open: "alreadyOpen",
  ExporterMerge_decided_once: "noneOpen",
  ExporterMerge_by_two: "ownProposal",
};

async function unlessRefused<T>(work: () => Promise<Result<T, MergeError>>) {
  try {
    return await work();
  } catch (thrown) {
    const error = refusals[violatedConstraint(thrown) ?? ""];
    if (error) return err(error);
    throw thrown;
  }
}

/** Proposes that a duplicate become part of another profile. Nothing moves before somebody else confirms. */
export async function proposeMerge(
  viewer: OfficerViewer,
  fromId: string,
  intoId: string,
  reason: string,
): Promise<Result<{ mergeId: string }, MergeError>> {
  if (!proposesMerges(viewer)) return err("notAllowed");
  return unlessRefused(() =>
    transaction(async (tx): Promise<Result<{ mergeId: string }, MergeError>> => {
      const found = await tx.exporter.findMany({
        where: { AND: [visibleTo(viewer), { OR: [idIs(fromId), idIs(intoId)] }] },
        select: { id: true, mergesFrom: { where: { outcome: null }, select: { id: true } } },
      });
      if (fromId === intoId) return err(found.length > 0 ? "itself" : "notFound");
      if (found.length < 2) return err("notFound");
      if (found.some(({ id, mergesFrom }) => id === fromId && mergesFrom.length > 0)) {
        return err("alreadyOpen");
      }
      const { id: mergeId } = await tx.exporterMerge.create({
        data: { fromId, intoId, reason, proposedById: viewer.userId, proposedAt: now() },
        select: { id: true },
      });
      await record(tx, actorOf(viewer), {
        kind: "exporter.mergeProposed",
        exporterId: fromId,
        data: { mergeId },
      });
      return ok({ mergeId });
    }),
  );
}

/** Confirms what an administrator proposed: the second pair of eyes. The database moves what is moved. */
export async function confirmMerge(
  viewer: OfficerViewer,
  mergeId: string,
): Promise<Result<{ intoId: string }, MergeError>> {
  if (!confirmsMerges(viewer)) return err("notAllowed");
  if (!isSteppedUp(viewer)) return err("stepUp");
  return unlessRefused(() =>
    transaction(async (tx): Promise<Result<{ intoId: string }, MergeError>> => {
      const merge = await findOpen(tx, viewer, mergeId);
      if (!merge.ok) return merge;
      const { fromId, intoId, proposedById } = merge.value;
      if (proposedById === viewer.userId) return err("ownProposal");
      const owners = { from: await ownersOf(tx, fromId), into: await ownersOf(tx, intoId) };
      await decide(tx, viewer, mergeId, "confirmed");
      for (const [side, exporterId] of [
        ["from", fromId],
        ["into", intoId],
      ] as const) {
        await record(tx, actorOf(viewer), {
          kind: "exporter.merged",
          exporterId,
          data: { mergeId, side, owners: owners[side] },
        });
      }
      return ok({ intoId });
    }),
  );
}

/** Lets a proposed merge drop: whoever proposed it thinks again, or whoever could confirm it does not. */
export async function dropMerge(
  viewer: OfficerViewer,
  mergeId: string,
): Promise<Result<{ fromId: string }, MergeError>> {
  if (!confirmsMerges(viewer)) return err("notAllowed");
  return unlessRefused(() =>
    transaction(async (tx): Promise<Result<{ fromId: string }, MergeError>> => {
      const merge = await findOpen(tx, viewer, mergeId);
      if (!merge.ok) return merge;
      const { fromId } = merge.value;
      await decide(tx, viewer, mergeId, "dropped");
      await record(tx, actorOf(viewer), {
        kind: "exporter.mergeDropped",
        exporterId: fromId,
        data: { mergeId },
      });
      return ok({ fromId });
    }),
  );
}

async function findOpen(tx: Tx, viewer: OfficerViewer, mergeId: string) {
  const merge = await tx.exporterMerge.findFirst({
    where: { AND: [idIs(mergeId), { from: visibleTo(viewer), into: visibleTo(viewer) }] },
    select: { fromId: true, intoId: true, proposedById: true, outcome: true },
  });
  if (!merge) return err("notFound");
  return merge.outcome === null ? ok(merge) : err("noneOpen");
}

/** Of two who press at once, the second finds it decided. */
async function decide(
  tx: Tx,
  { userId }: OfficerViewer,
  id: string,
  outcome: "confirmed" | "dropped",
): Promise<void> {
  const { count } = await tx.exporterMerge.updateMany({
    where: { id, outcome: null },
    data: { outcome, decidedById: userId, decidedAt: now() },
  });
  if (count === 0) rollBack(err("noneOpen"));
}

/** Who is told. */
async function ownersOf(tx: Tx, exporterId: string): Promise<string[]> {
  const mandates = await tx.mandate.findMany({
    where: { AND: [inForce(), { exporterId, kind: "owner" }] },
    select: { userId: true },
    orderBy: { createdAt: "asc" },
  });
  return mandates.map(({ userId }) => userId);
}
