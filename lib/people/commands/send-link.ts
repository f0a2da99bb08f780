import "server-only";
import { randomUUID } from "node:crypto";
import { hashOfToken, linkToken } from "@/lib/auth/link-token";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { writeDetails } from "@/lib/people/commands/change-details";
import { lockPeople } from "@/lib/people/commands/lock-person";
import { linkMinutes, linksAnHour } from "@/lib/people/link";
import type { Introduction } from "@/lib/people/schema";
import { err, ok, type Result } from "@/lib/result";

/** A minute has not passed since the last link, or five went out within the hour. */
export type LinkRefusal = "tooSoon" | "tooMany";

/** Who the viewer is and where they are written to, as they arrive. The link follows unless one is open. */
export function introduce(viewer: Viewer, input: Introduction): Promise<Result<void, LinkRefusal>> {
  return transaction(async (tx) => {
    await lockPeople(tx, viewer.userId);
    const known = await tx.user.count({
      where: { id: viewer.userId, email: input.email, emailVerified: { not: null } },
    });
    const open = await tx.emailConfirmation.count({
      where: { userId: viewer.userId, email: input.email, ...stillOpen() },
    });
    await writeDetails(tx, viewer, input);
    if (known + open > 0) return ok(undefined);
    const sent = await sendLink(tx, viewer, input.email);
    return sent.ok ? sent : rollBack(sent);
  });
}

/** Sends a link to an address that is to take the place of the viewer's own once it is confirmed. */
export function requestAddress(
  viewer: Viewer,
  email: string,
): Promise<Result<void, LinkRefusal | "unchanged">> {
  return transaction(async (tx) => {
    await lockPeople(tx, viewer.userId);
    const { email: present, addressBouncedAt } = await tx.user.findUniqueOrThrow({
      where: { id: viewer.userId },
    });
    // An address from which mail came back is confirmed anew once it takes mail again.
    if (present === email && addressBouncedAt === null) return err("unchanged");
    return sendLink(tx, viewer, email);
  });
}

/** Sends a new link to the address for which the newest was; that one then ends. */
export function sendAgain(viewer: Viewer): Promise<Result<void, LinkRefusal | "notFound">> {
  return transaction(async (tx) => {
    await lockPeople(tx, viewer.userId);
    const last = await tx.emailConfirmation.findFirst({
      where: { userId: viewer.userId, usedAt: null, endedAt: null },
      select: { email: true },
    });
    return last ? sendLink(tx, viewer, last.email) : err("notFound");
  });
}

const stillOpen = () => ({ usedAt: null, endedAt: null, expiresAt: { gt: now() } });

/** The person is locked: their links follow one another. */
async function sendLink(tx: Tx, viewer: Viewer, email: string): Promise<Result<void, LinkRefusal>> {
  // Several people may name one address at once.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
  const at = now();
  const before = (minutes: number) => ({ gt: new Date(at.getTime() - minutes * 60_000) });
  const count = (where: { userId: string } | { email: string }, minutes: number) =>
    tx.emailConfirmation.count({ where: { ...where, createdAt: before(minutes) } });
  const { userId } = viewer;
  if ((await count({ userId }, 60)) >= linksAnHour) return err("tooMany");
  if ((await count({ email }, 60)) >= linksAnHour) return err("tooMany");
  if ((await count({ userId }, 1)) > 0) return err("tooSoon");

  await tx.emailConfirmation.updateMany({
    where: { userId, usedAt: null, endedAt: null },
    data: { endedAt: at },
  });
  const id = randomUUID();
  await tx.emailConfirmation.create({
    data: {
      id,
      userId,
      email,
      tokenHash: hashOfToken(linkToken(id)),
      createdAt: at,
      expiresAt: new Date(at.getTime() + linkMinutes * 60_000),
    },
  });
  await record(tx, actorOf(viewer), {
    kind: "email.linkRequested",
    data: { confirmationId: id },
  });
  return ok(undefined);
}
