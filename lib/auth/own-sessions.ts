import "server-only";
import { hashOfToken } from "@/lib/auth/link-token";
import { readSessionToken } from "@/lib/auth/session-cookie";
import { endSessions } from "@/lib/auth/sessions";
import type { Viewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { idIs } from "@/lib/row-id";

/** The browsers in which the viewer is signed in, this one first, then the one used last. */
export async function listSessions({ userId }: Viewer) {
  const token = await readSessionToken();
  const here = token ? hashOfToken(token) : null;
  const idleSince = new Date(Date.now() - env().SESSION_IDLE_SECONDS * 1000);
  const sessions = await db().session.findMany({
    where: { userId, expires: { gt: new Date() }, lastSeenAt: { gt: idleSince } },
    select: { id: true, tokenHash: true, userAgent: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
  return sessions
    .map(({ tokenHash, ...session }) => ({ ...session, here: tokenHash === here }))
    .sort((a, b) => Number(b.here) - Number(a.here));
}

/** Ends one of the viewer's sessions, if it has not ended already. */
export async function endOwnSession({ userId }: Viewer, id: string): Promise<void> {
  await transaction((tx) => endSessions(tx, { userId, ...idIs(id) }, "person"));
}

/** Ends all of the viewer's sessions but the one that asks, which signs out as usual. */
export async function endOtherSessions({ userId }: Viewer): Promise<void> {
  const token = await readSessionToken();
  const others = token ? { tokenHash: { not: hashOfToken(token) } } : {};
  await transaction((tx) => endSessions(tx, { userId, ...others }, "person"));
}
