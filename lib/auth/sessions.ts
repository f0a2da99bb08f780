import "server-only";
import { hashOfToken } from "@/lib/auth/link-token";
import type { PartnerId } from "@/lib/auth/partners";
import { transaction, db, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import type { EventOf } from "@/lib/events/event";
import { record } from "@/lib/events/record";
import { awakeSince } from "@/lib/people/officer";

/** What a sign-in proved, as the provider's ID token says. */
export type Proof = {
  partner: PartnerId;
  acr: string;
  /** When both factors were shown. */
  authenticatedAt: Date;
  sid: string | null;
  idToken: string | null;
  userAgent: string | null;
};

/** The idle limit moves at most this often, so that reading a page seldom writes. */
const touchSeconds = () => Math.min(60, env().SESSION_IDLE_SECONDS / 2);

type Ended = { userId: string; partner: string; idToken: string | null };

function recordFor(
  tx: Tx,
  user: { id: string; roles: readonly string[] },
  event: Parameters<typeof record>[2],
): Promise<void> {
  const role = user.roles.length > 0 ? "officer" : "exporter";
  return record(tx, { userId: user.id, role }, event);
}

/** Opens a session that ends at `expires` whatever happens. */
export async function startSession(
  token: string,
  userId: string,
  expires: Date,
  proof: Proof,
): Promise<void> {
  await transaction(async (tx) => {
    // Those that nobody came back to.
    await tx.session.deleteMany({ where: { expires: { lt: new Date() } } });
    const { partner: provider, acr, authenticatedAt, sid, idToken, userAgent } = proof;
    const shown = { provider, acr, authenticatedAt, sid, idToken, userAgent };
    const { user } = await tx.session.create({
      data: { tokenHash: hashOfToken(token), userId, expires, ...shown },
      select: { user: { select: { id: true, roles: true } } },
    });
    await noteSignIn(tx, userId);
    await recordFor(tx, user, { kind: "session.started", data: { acr: proof.acr } });
  });
}

/**
 * Notes when a person was here last. An officer who has been away too long stays dormant: only an
 * administrator wakes them.
 */
async function noteSignIn(tx: Tx, userId: string): Promise<void> {
  const at = new Date();
  const since = awakeSince(at);
  const awake = [{ lastSignInAt: { gt: since } }, { officerSince: { gt: since } }];
  await tx.user.updateMany({
    where: { id: userId, OR: [{ roles: { isEmpty: true } }, ...awake] },
    data: { lastSignInAt: at },
  });
}

export type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/**
 * The session of a token, or null when there is none or one of its limits has passed. Finding it
 * counts as activity.
 */
export function findSession(token: string) {
  return seenAfter(token, touchSeconds());
}

/** The same for somebody who says that they are still there: that always counts, at once. */
export function extendSession(token: string) {
  return seenAfter(token, 0);
}

/** The same for somebody who only asks how long it lasts: that is no activity. */
export function lookAtSession(token: string) {
  return seenAfter(token, Infinity);
}

/** A session, now seen if it was last seen more than so many seconds ago. */
async function seenAfter(token: string, seconds: number) {
  const tokenHash = hashOfToken(token);
  const session = await db().session.findUnique({
    where: { tokenHash },
    select: {
      id: true,
      userId: true,
      expires: true,
      provider: true,
      lastSeenAt: true,
      authenticatedAt: true,
      actingForId: true,
    },
  });
  if (!session) return null;
  const { lastSeenAt, provider: partner, ...found } = session;
  const now = new Date();
  const idle = (now.getTime() - lastSeenAt.getTime()) / 1000;
  if (found.expires <= now || idle > env().SESSION_IDLE_SECONDS) {
    await db().session.deleteMany({ where: { tokenHash } });
    return null;
  }
  if (idle <= seconds) return { ...found, partner, lastSeenAt };
  await db().session.updateMany({ where: { tokenHash, lastSeenAt }, data: { lastSeenAt: now } });
  return { ...found, partner, lastSeenAt: now };
}

/** Keeps for which profile the person acts in this session until they choose another; it gives no right. */
export async function keepActingFor(id: string, userId: string, exporterId: string): Promise<void> {
  await db().session.updateMany({ where: { id, userId }, data: { actingForId: exporterId } });
}

/** Ends the session of a token; null when it had ended already. */
export async function endSession(token: string): Promise<Ended | null> {
  const where = { tokenHash: hashOfToken(token) };
  const [ended] = await transaction((tx) => endSessions(tx, where, "person"));
  return ended ?? null;
}

/** Ends the sessions that the provider says are over: one by its `sid`, or all of a subject. */
export async function endSessionsOfProvider(
  partner: PartnerId,
  { sid, subject }: { sid: string | undefined; subject: string | undefined },
  also: (tx: Tx) => Promise<void>,
): Promise<Ended[]> {
  const account = { provider: partner, providerAccountId: subject ?? "" };
  const ofSubject = subject ? { user: { accounts: { some: account } } } : {};
  return transaction(async (tx) => {
    await also(tx);
    const where = { provider: partner, ...(sid ? { sid } : {}), ...ofSubject };
    return endSessions(tx, where, "provider");
  });
}

type Where = NonNullable<NonNullable<Parameters<Tx["session"]["findMany"]>[0]>["where"]>;
type EndedBy = EventOf<"session.ended">["data"]["by"];

/** Ends sessions in the transaction of what ends them: the next request of each finds nobody signed in. */
export async function endSessions(tx: Tx, where: Where, by: EndedBy): Promise<Ended[]> {
  const found = await tx.session.findMany({
    where,
    select: {
      tokenHash: true,
      provider: true,
      idToken: true,
      user: { select: { id: true, roles: true } },
    },
  });
  const ended: Ended[] = [];
  for (const { tokenHash, provider: partner, idToken, user } of found) {
    // Of two that end it at once, one records it.
    const { count } = await tx.session.deleteMany({ where: { tokenHash } });
    if (count === 0) continue;
    await recordFor(tx, user, { kind: "session.ended", data: { by } });
    ended.push({ userId: user.id, partner, idToken });
  }
  return ended;
}
