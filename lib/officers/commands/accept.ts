import "server-only";
import { hashOfToken } from "@/lib/auth/link-token";
import type { Viewer } from "@/lib/auth/viewer";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { oneAtATime, unlessRefused, type OfficerError } from "@/lib/officers/access";
import { invitationState } from "@/lib/people/invitation";
import { err, ok, type Result } from "@/lib/result";

/**
 * Joins the office as the invitation of this link says. It is for whoever has confirmed the address to
 * which it was sent; what the person was before in the office they stay, a suspension too.
 */
export async function acceptInvitation(
  viewer: Viewer,
  token: string,
): Promise<Result<void, OfficerError>> {
  const { userId } = viewer;
  const accepted = await unlessRefused(() =>
    transaction<Result<void, OfficerError>>(async (tx) => {
      await oneAtATime(tx);
      const invitation = await tx.officerInvitation.findUnique({
        where: { tokenHash: hashOfToken(token) },
      });
      const person = await tx.user.findUniqueOrThrow({ where: { id: userId } });
      if (!invitation) return err("notFound");
      if (person.emailVerified === null || person.email !== invitation.email) {
        return err("otherAddress");
      }
      const instant = new Date();
      const state = invitationState(invitation, instant);
      if (state !== "open") return err(state === "expired" ? "expired" : "ended");
      const { count } = await tx.officerInvitation.updateMany({
        where: { id: invitation.id, outcome: null },
        data: { outcome: "accepted", endedAt: instant, endedById: userId },
      });
      if (count === 0) return rollBack(err("ended"));
      const roles = [...new Set([...person.roles, ...invitation.roles])];
      await tx.officerChange.create({
        data: {
          userId,
          roles,
          suspended: person.suspendedAt !== null,
          reason: "accepted the invitation",
          byId: invitation.invitedById,
          invitationId: invitation.id,
        },
      });
      await record(
        tx,
        { userId, role: "officer" },
        {
          kind: "officer.joined",
          personId: userId,
          data: { invitationId: invitation.id, roles },
        },
      );
      return ok(undefined);
    }),
  );
  // Here it is the one who invited who may not: no administrator any more, or no longer the first.
  return !accepted.ok && accepted.error === "notAllowed" ? err("inviterGone") : accepted;
}
