import "server-only";
import { hashOfToken } from "@/lib/auth/link-token";
import { actorOf, type ExporterViewer } from "@/lib/auth/viewer";
import { isoDate, now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { lockProfile } from "@/lib/exporters/hold";
import { beginMandate, findInForce, isPast } from "@/lib/exporters/mandates";
import { err, ok, type Result } from "@/lib/result";
import type { InvitationOutcome } from "@/prisma/generated/enums";

/**
 * Accepts an invitation: from this moment the person acts for the profile. An owner's invitation ends the
 * mandate that the person had as a representative.
 */
export async function acceptInvitation(
  viewer: ExporterViewer,
  token: string,
): Promise<Result<{ exporterId: string }, "notFound" | "ended" | "alreadyActs">> {
  return transaction(async (tx) => {
    const invitation = await close(tx, viewer, token, "accepted");
    if (!invitation) return err("notFound");
    if (invitation === "ended") return err("ended");
    const { id, exporterId, kind, permissions, endsOn } = invitation;
    const present = await findInForce(tx, exporterId, viewer.userId);
    if (present && !(kind === "owner" && present.kind === "representative")) {
      return rollBack(err("alreadyActs"));
    }
    const mandate = { exporterId, userId: viewer.userId, kind, permissions, endsOn };
    const mandateId = await beginMandate(tx, mandate);
    await record(tx, actorOf(viewer), {
      kind: "mandate.accepted",
      exporterId,
      data: { invitationId: id, mandateId },
    });
    return ok({ exporterId });
  });
}

/** Declines an invitation; nothing begins. */
export async function declineInvitation(
  viewer: ExporterViewer,
  token: string,
): Promise<Result<void, "notFound" | "ended">> {
  return transaction(async (tx) => {
    const invitation = await close(tx, viewer, token, "declined");
    if (!invitation) return err("notFound");
    if (invitation === "ended") return err("ended");
    const { id, exporterId } = invitation;
    await record(tx, actorOf(viewer), {
      kind: "mandate.declined",
      exporterId,
      data: { invitationId: id },
    });
    return ok(undefined);
  });
}

/** Ends the invitation of a link, which must have gone to the viewer's confirmed address; once. */
async function close(
  tx: Tx,
  { userId }: ExporterViewer,
  token: string,
  outcome: Exclude<InvitationOutcome, "cancelled">,
) {
  const invitation = await tx.mandateInvitation.findUnique({
    where: { tokenHash: hashOfToken(token) },
  });
  const person = await tx.user.findUnique({ where: { id: userId } });
  if (!invitation || !person?.emailVerified || person.email !== invitation.email) return null;
  await lockProfile(tx, invitation.exporterId);
  const at = now();
  const { id, endsOn } = invitation;
  if (endsOn && isPast(isoDate(endsOn))) return "ended";
  const { count } = await tx.mandateInvitation.updateMany({
    where: { id, outcome: null, expiresAt: { gt: at } },
    data: { outcome, endedAt: at, endedById: userId },
  });
  return count === 0 ? "ended" : invitation;
}
