import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/exporters/access";
import type { MergeSide } from "@/lib/exporters/merge-figures";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { inForce } from "@/lib/people/mandate";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** The merges that wait for a second person, oldest first. */
export async function listOpenMerges(viewer: OfficerViewer) {
  const found = await db().exporterMerge.findMany({
    where: { outcome: null, from: visibleTo(viewer) },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      from: { select: { legalName: true } },
      into: { select: { legalName: true } },
    },
  });
  return found.map(({ id, from, into }) => ({ id, from: from.legalName, into: into.legalName }));
}

/** A proposed or decided merge with both profiles as they stand, or null. */
export async function findMerge(viewer: OfficerViewer, mergeId: string) {
  const merge = await db().exporterMerge.findFirst({
    where: { AND: [idIs(mergeId), { from: visibleTo(viewer), into: visibleTo(viewer) }] },
    select: {
      id: true,
      fromId: true,
      intoId: true,
      reason: true,
      proposedAt: true,
      proposedById: true,
      proposedBy: named,
      outcome: true,
      decidedAt: true,
      decidedBy: named,
    },
  });
  if (!merge) return null;
  const sides = await findSides(viewer, merge.fromId, merge.intoId);
  if (!sides) return null;
  const { proposedBy, decidedBy, proposedById, ...rest } = merge;
  return {
    ...rest,
    ...sides,
    proposer: fullName(proposedBy),
    decider: fullName(decidedBy),
    byViewer: proposedById === viewer.userId,
  };
}

/** Two profiles as a merge would find them, or null where one is not there. */
export async function findSides(viewer: OfficerViewer, fromId: string, intoId: string) {
  const [from, into] = [await findSide(viewer, fromId), await findSide(viewer, intoId)];
  return from && into ? { from, into } : null;
}

async function findSide(viewer: OfficerViewer, id: string): Promise<MergeSide | null> {
  const found = await db().exporter.findFirst({
    where: { AND: [visibleTo(viewer), idIs(id)] },
    select: {
      id: true,
      legalName: true,
      addressLines: true,
      city: true,
      province: true,
      postalCode: true,
      businessNumber: true,
      createdAt: true,
      mergedIntoId: true,
      ...mandateOf(viewer),
      _count: { select: { imports: true, announcements: true, book: true, mergedFrom: true } },
    },
  });
  if (!found) return null;
  const mandates = await db().mandate.findMany({
    where: { AND: [inForce(), { exporterId: found.id }] },
    orderBy: [{ kind: "asc" }, { createdAt: "asc" }],
    select: {
      userId: true,
      kind: true,
      permissions: true,
      user: { select: { ...named.select, email: true } },
    },
  });
  const states = await db().application.groupBy({
    by: ["status"],
    where: { exporterId: found.id },
    _count: true,
  });
  const count = (...among: string[]) =>
    states
      .filter(({ status }) => among.includes(status))
      .reduce((sum, { _count }) => sum + _count, 0);
  const { mandates: own, _count, addressLines, city, province, postalCode, ...facts } = found;
  const { mergedFrom, ...counts } = _count;
  return {
    ...facts,
    ...counts,
    address: [...addressLines, `${city} (${province}) ${postalCode}`],
    holdsOthers: mergedFrom > 0,
    ownProfile: isOwn({ mandates: own }),
    acting: mandates.map(({ user, ...mandate }) => ({
      ...mandate,
      name: fullName(user),
      email: user.email,
    })),
    drafts: count("draft"),
    open: count("submitted", "in_review", "returned", "recommended"),
    ended: count("issued", "rejected", "cancelled"),
  };
}
