import "server-only";
import { randomUUID } from "node:crypto";
import { hashOfToken, linkToken } from "@/lib/auth/link-token";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { oneAtATime, unlessRefused, whyNot, type OfficerError } from "@/lib/officers/access";
import { openUntil } from "@/lib/people/invitation";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";
import type { OfficerRole } from "@/prisma/generated/enums";

/** Asks somebody by email to join the office with these roles. */
export async function invite(
  viewer: OfficerViewer,
  { email, roles }: { email: string; roles: OfficerRole[] },
): Promise<Result<{ invitationId: string }, OfficerError>> {
  const objection = whyNot(viewer);
  if (objection) return objection;
  const id = randomUUID();
  return unlessRefused(() =>
    transaction<Result<{ invitationId: string }, OfficerError>>(async (tx) => {
      await oneAtATime(tx);
      const instant = new Date();
      const own = await tx.user.count({ where: { id: viewer.userId, email } });
      if (own > 0) return err("ownAddress");
      const open = { email, outcome: null, expiresAt: { gt: instant } };
      if ((await tx.officerInvitation.count({ where: open })) > 0) return err("alreadyInvited");
      await tx.officerInvitation.create({
        data: {
          id,
          email,
          roles,
          invitedById: viewer.userId,
          tokenHash: hashOfToken(linkToken(id)),
          expiresAt: openUntil(instant),
        },
      });
      await record(tx, actorOf(viewer), { kind: "officer.invited", data: { invitationId: id } });
      return ok({ invitationId: id });
    }),
  );
}

/** Takes an invitation back that nobody has accepted. */
export async function cancelInvitation(
  viewer: OfficerViewer,
  invitationId: string,
): Promise<Result<void, OfficerError>> {
  const objection = whyNot(viewer);
  if (objection) return objection;
  return transaction<Result<void, OfficerError>>(async (tx) => {
    const { count } = await tx.officerInvitation.updateMany({
      where: { ...idIs(invitationId), outcome: null },
      data: { outcome: "cancelled", endedAt: new Date(), endedById: viewer.userId },
    });
    if (count === 0) return err("ended");
    await record(tx, actorOf(viewer), {
      kind: "officer.invitationCancelled",
      data: { invitationId },
    });
    return ok(undefined);
  });
}
