import "server-only";
import { isSteppedUp } from "@/lib/auth/step-up";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { done, follow, refuse, type Followed } from "@/lib/certificates/life/follow";
import { afterStandingChange } from "@/lib/certificates/life/standing";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { hasRole } from "@/lib/reviews/access";

/** Why (Act, s. 12), and the authority of the destination that will be told. */
export interface Invalidation {
  readonly reason: string;
  readonly authority: string;
  readonly recipient: string;
}

/** Proposes to invalidate a certificate. Nothing changes before a signatory who is another person decides. */
export function proposeInvalidation(
  viewer: OfficerViewer,
  certificateId: string,
  invalidation: Invalidation,
): Promise<Followed<"alreadyOpen">> {
  return follow(viewer, certificateId, async (tx, { of, possible, proposal }) => {
    if (!possible.has("invalidated")) return refuse("notPossible");
    if (proposal) return refuse("alreadyOpen");
    const { id } = await tx.invalidationProposal.create({
      data: {
        certificateId: of.certificateId,
        ...invalidation,
        proposedById: viewer.userId,
        proposedAt: now(),
      },
      select: { id: true },
    });
    await record(tx, actorOf(viewer), {
      kind: "certificate.invalidationProposed",
      ...of,
      data: { proposalId: id },
    });
    return done;
  });
}

export type DecideError = "noneOpen" | "ownProposal" | "stepUp";

/** Invalidates as another person proposed (Act, s. 12): the exporter and the authority of the destination are told. */
export async function acceptInvalidation(
  viewer: OfficerViewer,
  certificateId: string,
  proposalId: string,
): Promise<Followed<DecideError>> {
  const refused = mayDecide(viewer);
  if (refused) return refused;
  return follow(viewer, certificateId, async (tx, { of, possible, proposal }) => {
    if (proposal?.id !== proposalId) return refuse("noneOpen");
    if (proposal.proposedById === viewer.userId) return refuse("ownProposal");
    if (!possible.has("invalidated")) return refuse("notPossible");
    await decide(tx, viewer, proposalId, { outcome: "accepted" });
    const { reason, authority, recipient } = proposal;
    await tx.certificateStep.create({
      data: {
        certificateId: of.certificateId,
        kind: "invalidated",
        proposalId,
        words: reason,
        authority,
        recipient,
        actorId: viewer.userId,
        at: now(),
      },
    });
    await afterStandingChange(tx, actorOf(viewer), "invalidated", {
      kind: "certificate.invalidated",
      ...of,
      data: { proposalId },
    });
    return done;
  });
}

/** Says no to what another person proposed, and why. */
export async function refuseInvalidation(
  viewer: OfficerViewer,
  certificateId: string,
  proposalId: string,
  answer: string,
): Promise<Followed<DecideError>> {
  const refused = mayDecide(viewer);
  if (refused) return refused;
  return follow(viewer, certificateId, async (tx, { of, proposal }) => {
    if (proposal?.id !== proposalId) return refuse("noneOpen");
    if (proposal.proposedById === viewer.userId) return refuse("ownProposal");
    await decide(tx, viewer, proposalId, { outcome: "refused", answer });
    await record(tx, actorOf(viewer), {
      kind: "certificate.invalidationRefused",
      ...of,
      data: { proposalId, answer },
    });
    return done;
  });
}

/** Takes back what one proposed oneself. */
export function takeBackInvalidation(
  viewer: OfficerViewer,
  certificateId: string,
  proposalId: string,
): Promise<Followed<"noneOpen" | "notOwnProposal">> {
  return follow(viewer, certificateId, async (tx, { of, proposal }) => {
    if (proposal?.id !== proposalId) return refuse("noneOpen");
    if (proposal.proposedById !== viewer.userId) return refuse("notOwnProposal");
    await decide(tx, viewer, proposalId, { outcome: "taken_back" });
    await record(tx, actorOf(viewer), {
      kind: "certificate.invalidationTakenBack",
      ...of,
      data: { proposalId },
    });
    return done;
  });
}

/** It needs the delegation of section 6 and both factors, as every signature does. */
function mayDecide(viewer: OfficerViewer) {
  if (!hasRole(viewer, "signatory")) return refuse("notAllowed");
  return isSteppedUp(viewer) ? null : refuse("stepUp");
}

function decide(
  tx: Tx,
  { userId }: OfficerViewer,
  id: string,
  decision: { outcome: "accepted" | "taken_back" } | { outcome: "refused"; answer: string },
) {
  return tx.invalidationProposal.update({
    where: { id },
    data: { ...decision, decidedById: userId, decidedAt: now() },
    select: { id: true },
  });
}
