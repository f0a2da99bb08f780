import "server-only";
import { hashOfToken, linkToken } from "@/lib/auth/link-token";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { isoDate, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { isPast } from "@/lib/exporters/mandates";
import { invitationState } from "@/lib/people/invitation";
import { maskAddress } from "@/lib/people/mask-address";
import { fullName, named } from "@/lib/people/name";

const selected = {
  id: true,
  kind: true,
  email: true,
  permissions: true,
  endsOn: true,
  invitedById: true,
  outcome: true,
  expiresAt: true,
  exporter: { select: { id: true, legalName: true } },
} as const;

/**
 * The invitation of a link, or null. Opening it changes nothing. Who has another confirmed address learns
 * only to which one it went, with most of it hidden.
 */
export async function findInvitation(viewer: ExporterViewer, token: string) {
  const [invitation, email] = await Promise.all([
    db().mandateInvitation.findUnique({
      where: { tokenHash: hashOfToken(token) },
      select: selected,
    }),
    confirmedAddress(viewer),
  ]);
  if (!invitation) return null;
  if (invitation.email !== email) {
    return { state: "otherAddress" as const, sentTo: maskAddress(invitation.email), email };
  }
  const { kind, permissions, exporter, expiresAt } = invitation;
  const inviter = await db().user.findUnique({ where: { id: invitation.invitedById }, ...named });
  return {
    state: stateOf(invitation),
    kind,
    permissions,
    exporter,
    expiresAt,
    endsOn: invitation.endsOn && isoDate(invitation.endsOn),
    inviter: fullName(inviter),
  };
}

type Found = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;
/** One that went to the viewer's own address. */
export type KnownInvitation = Exclude<Found, { state: "otherAddress" }>;

/** The open invitations to the viewer's confirmed address, each with the token of its link. */
export async function listInvitations(viewer: ExporterViewer) {
  const email = await confirmedAddress(viewer);
  if (email === null) return [];
  const found = await db().mandateInvitation.findMany({
    where: { email, outcome: null, expiresAt: { gt: now() } },
    select: selected,
    orderBy: { createdAt: "asc" },
  });
  return found
    .filter((invitation) => stateOf(invitation) === "open")
    .map(({ id, kind, expiresAt, exporter }) => ({
      token: linkToken(id),
      kind,
      expiresAt,
      exporter: exporter.legalName,
    }));
}

async function confirmedAddress({ userId }: ExporterViewer): Promise<string | null> {
  const person = await db().user.findUnique({
    where: { id: userId },
    select: { email: true, emailVerified: true },
  });
  return person?.emailVerified ? person.email : null;
}

/** One whose mandate would be over has expired too. */
function stateOf(invitation: Parameters<typeof invitationState>[0] & { endsOn: Date | null }) {
  const state = invitationState(invitation, now());
  const { endsOn } = invitation;
  return state === "open" && endsOn && isPast(isoDate(endsOn)) ? "expired" : state;
}
