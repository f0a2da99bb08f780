import "server-only";
import { hashOfToken } from "@/lib/auth/link-token";
import { now } from "@/lib/clock";
import { transaction, violatedConstraint, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { lockPeople } from "@/lib/people/commands/lock-person";
import { err, ok, type Result } from "@/lib/result";

/**
 * What became of a proved address: it is the person's now; or it is that of somebody who is in the portal
 * already, whose new credential this may be; or it stays that person's, because this one is somebody too.
 */
export type Proved = { userId: string; outcome: "confirmed" | "requested" | "taken" };

/** The one press for which a link is good. It needs no session and gives none. */
export async function confirmAddress(token: string): Promise<Result<Proved, "notOpen">> {
  try {
    return await transaction((tx) => spend(tx, token));
  } catch (thrown) {
    // Two people proved one address at once: the second finds the first there.
    if (violatedConstraint(thrown) !== "User_email_key") throw thrown;
    return transaction((tx) => spend(tx, token));
  }
}

async function spend(tx: Tx, token: string): Promise<Result<Proved, "notOpen">> {
  const link = await tx.emailConfirmation.findUnique({ where: { tokenHash: hashOfToken(token) } });
  if (!link) return err("notOpen");
  const { id, userId, email } = link;
  await lockPeople(tx, userId);
  const at = now();
  const { count } = await tx.emailConfirmation.updateMany({
    where: { id, usedAt: null, endedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  if (count === 0) return err("notOpen");

  const person = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, emailVerified: true, roles: true, mandates: { take: 1 } },
  });
  const role = person.roles.length > 0 ? "officer" : "exporter";
  const actor = { userId, role } as const;
  const other = await tx.user.findFirst({
    where: { email, id: { not: userId } },
    select: { id: true },
  });
  if (!other) {
    await endRequests(tx, userId, at);
    await tx.user.update({
      where: { id: userId },
      data: { email, emailVerified: at, addressBouncedAt: null },
    });
    const former = person.emailVerified && person.email !== email ? person.email : null;
    await record(tx, actor, {
      kind: "email.confirmed",
      data: { confirmationId: id, former },
    });
    return ok({ userId, outcome: "confirmed" });
  }
  // Only a credential without a history can turn out to be another person's.
  const someone = person.emailVerified ?? person.roles[0] ?? person.mandates[0];
  if (someone) return ok({ userId, outcome: "taken" });
  await endRequests(tx, userId, at);
  const request = await tx.credentialRequest.create({
    data: { requesterId: userId, userId: other.id, createdAt: at },
    select: { id: true },
  });
  await record(tx, actor, {
    kind: "credential.requested",
    personId: other.id,
    data: { requestId: request.id },
  });
  return ok({ userId, outcome: "requested" });
}

/** Whoever proves another address asks no more for what the one before would have given. */
async function endRequests(tx: Tx, requesterId: string, at: Date): Promise<void> {
  await tx.credentialRequest.updateMany({
    where: { requesterId, decidedAt: null },
    data: { decidedAt: at, decidedById: requesterId, accepted: false },
  });
}
