import "server-only";
import { db } from "@/lib/db";
import { hashOfToken } from "@/lib/auth/link-token";
import type { Standing, Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { decidableBy, ownersOfAll } from "@/lib/people/access";
import { linkState } from "@/lib/people/link";
import { inForce } from "@/lib/people/mandate";
import { maskAddress } from "@/lib/people/mask-address";
import { fullName, named } from "@/lib/people/name";
import { officerFacts, officerStanding } from "@/lib/people/officer";

/** A person with the roles and mandates in force now, or null. Who is suspended or dormant has no role. */
export async function findPerson(userId: string) {
  const person = await db().user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      emailVerified: true,
      addressBouncedAt: true,
      mergedIntoId: true,
      language: true,
      letterKeys: true,
      termsAccepted: {
        select: { version: true, acceptedAt: true },
        orderBy: { id: "desc" },
        take: 1,
      },
      ...officerFacts,
      mandates: {
        where: inForce(),
        select: {
          exporterId: true,
          kind: true,
          permissions: true,
          exporter: { select: { legalName: true } },
        },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  // Whose credential turned out to be another person's is nobody any more.
  if (!person || person.mergedIntoId) return null;
  const standings: Standing[] = person.mandates.map(({ exporter, ...mandate }) => ({
    ...mandate,
    legalName: exporter.legalName,
  }));
  const standing = officerStanding(person, new Date());
  return {
    id: person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    name: fullName(person),
    email: person.email,
    confirmed: person.email !== null && person.emailVerified !== null,
    addressBounced: person.addressBouncedAt !== null,
    accepted: person.termsAccepted[0] ?? null,
    language: person.language,
    letterKeys: person.letterKeys,
    roles: standing === "active" ? person.roles : [],
    officerStanding: standing,
    standings,
  };
}

/** What somebody says of themselves, for their own pages. */
export function findDetails({ userId }: Pick<Viewer, "userId">) {
  return db().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      firstName: true,
      lastName: true,
      organization: true,
      title: true,
      titleFr: true,
      phone: true,
      email: true,
      addressBouncedAt: true,
      language: true,
    },
  });
}

/** The address that waits for somebody's press on the newest link, or null. */
export async function findPendingAddress({ userId }: Pick<Viewer, "userId">) {
  const link = await db().emailConfirmation.findFirst({
    where: { userId, usedAt: null, endedAt: null },
    select: { email: true, usedAt: true, endedAt: true, expiresAt: true },
  });
  return link && { email: link.email, expired: linkState(link, now()) === "expired" };
}

/** Where somebody's newest request for an existing account stands, and who may still decide it; or null. */
export async function findOwnRequest({ userId }: Pick<Viewer, "userId">) {
  const request = await db().credentialRequest.findFirst({
    where: { requesterId: userId },
    orderBy: { createdAt: "desc" },
    select: { userId: true, decidedAt: true, decidedById: true, user: { select: { roles: true } } },
  });
  if (!request) return null;
  const { decidedAt, decidedById, user } = request;
  // One that was given up oneself is no refusal.
  if (decidedAt) return decidedById === userId ? null : ({ state: "refused" } as const);
  const mandates = await db().mandate.findMany({
    where: { AND: [inForce(), { userId: request.userId }] },
    select: { exporterId: true },
  });
  const all = ownersOfAll(mandates.map(({ exporterId }) => exporterId));
  const owners = await db().user.count({ where: { AND: [all, { id: { not: request.userId } }] } });
  const byOwner = user.roles.length === 0 && owners > 0;
  return { state: "open", decider: byOwner ? "owner" : "administrator" } as const;
}

/** A mailed link by its token: what it is good for, and for whom; null where there is none. */
export async function findLink(token: string) {
  const link = await db().emailConfirmation.findUnique({
    where: { tokenHash: hashOfToken(token) },
    select: { userId: true, email: true, usedAt: true, endedAt: true, expiresAt: true },
  });
  if (!link) return null;
  return {
    userId: link.userId,
    address: maskAddress(link.email),
    state: linkState(link, now()),
  };
}

/** The requests for a new credential that the viewer may decide, oldest first. */
export async function listCredentialRequests(viewer: Viewer) {
  const requests = await db().credentialRequest.findMany({
    where: decidableBy(viewer),
    select: {
      id: true,
      createdAt: true,
      requester: named,
      user: { select: { ...named.select, email: true, lastSignInAt: true } },
    },
    orderBy: { createdAt: "asc" },
  });
  return requests.map(({ requester, user, ...request }) => ({
    ...request,
    requester: fullName(requester),
    person: fullName(user),
    address: maskAddress(user.email ?? ""),
    lastSignInAt: user.lastSignInAt,
  }));
}
