import "server-only";
import { hashOfToken } from "@/lib/auth/link-token";
import type { OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/officers/access";
import { invitationState } from "@/lib/people/invitation";
import { fullName, named } from "@/lib/people/name";
import { officerFacts, officerStanding } from "@/lib/people/officer";
import { idIs } from "@/lib/row-id";

/** One of the office's people with all that was ever said about them, newest first; or null. */
export async function findOfficer(viewer: OfficerViewer, userId: string) {
  const person = await db().user.findFirst({
    where: { AND: [visibleTo(viewer), idIs(userId)] },
    select: {
      id: true,
      ...named.select,
      email: true,
      ...officerFacts,
      officerChanges: { orderBy: { id: "desc" } },
    },
  });
  if (!person) return null;
  const { officerChanges: changes, firstName, lastName, ...facts } = person;
  const ids = changes.flatMap(({ byId }) => byId ?? []);
  const names = await db().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...named.select },
  });
  return {
    ...facts,
    name: fullName({ firstName, lastName }),
    state: officerStanding(person, new Date()) ?? ("former" as const),
    /** To be given back with a change: whoever changes something has seen the newest. */
    seen: String(changes[0]?.id ?? 0),
    history: changes.map(({ id, byId, invitationId, ...change }) => ({
      id: String(id),
      roles: change.roles,
      suspended: change.suspended,
      reason: change.reason,
      at: change.at,
      invited: invitationId !== null,
      by: fullName(names.find((name) => name.id === byId)),
    })),
  };
}
export type Officer = NonNullable<Awaited<ReturnType<typeof findOfficer>>>;

/**
 * The invitation of a link, as the reader may know it: its content is for whoever has confirmed the
 * address to which it was sent. Null where there is none.
 */
export async function findInvitation({ userId }: Viewer, token: string) {
  const invitation = await db().officerInvitation.findUnique({
    where: { tokenHash: hashOfToken(token) },
  });
  if (!invitation) return null;
  const reader = await db().user.findUniqueOrThrow({ where: { id: userId } });
  if (reader.emailVerified === null || reader.email !== invitation.email) {
    return { state: "otherAddress" } as const;
  }
  const { invitedById, roles, email, expiresAt } = invitation;
  const inviter = invitedById
    ? await db().user.findUnique({ where: { id: invitedById }, select: named.select })
    : null;
  const state = invitationState(invitation, new Date());
  return { state, roles, email, expiresAt, inviter: fullName(inviter) };
}
