import "server-only";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { dateInOttawa, isoDate, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwner, visibleTo } from "@/lib/exporters/access";
import { requestsFor } from "@/lib/exporters/access-requests";
import { inForce } from "@/lib/people/mandate";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/**
 * Who acts for a profile, or null where it is not the viewer's. Representatives read the names; its owners
 * also addresses, what is open and what is past.
 */
export async function findRepresentatives(viewer: ExporterViewer, exporterId: string) {
  const exporter = await db().exporter.findFirst({
    where: { AND: [visibleTo(viewer), idIs(exporterId)] },
    select: { id: true, legalName: true, businessNumber: true },
  });
  if (!exporter) return null;
  const mayChange = isOwner(viewer, exporter.id);
  const mandates = await db().mandate.findMany({
    where: { AND: [inForce(), { exporterId: exporter.id }] },
    select: {
      id: true,
      userId: true,
      kind: true,
      permissions: true,
      endsOn: true,
      user: { select: { ...named.select, email: true } },
    },
    orderBy: [{ kind: "asc" }, { createdAt: "asc" }],
  });
  const { id, legalName } = exporter;
  return {
    exporter: { id, legalName },
    mandates: mandates.map(({ user, userId, endsOn, ...mandate }) => ({
      ...mandate,
      name: fullName(user),
      email: mayChange ? user.email : null,
      endsOn: endsOn && isoDate(endsOn),
      self: userId === viewer.userId,
    })),
    forOwner: mayChange ? await findForOwner(viewer, exporter) : null,
  };
}

export type Representatives = NonNullable<Awaited<ReturnType<typeof findRepresentatives>>>;

async function findForOwner(
  viewer: ExporterViewer,
  exporter: { id: string; businessNumber: string | null },
) {
  const exporterId = exporter.id;
  const [invitations, requests, past] = await Promise.all([
    db().mandateInvitation.findMany({
      where: { exporterId, outcome: null, expiresAt: { gt: now() } },
      select: {
        id: true,
        email: true,
        kind: true,
        permissions: true,
        endsOn: true,
        expiresAt: true,
      },
      orderBy: { createdAt: "asc" },
    }),
    db().accessRequest.findMany({
      where: { AND: [requestsFor(exporter, viewer.userId), { answeredAt: null }] },
      select: {
        id: true,
        reason: true,
        createdAt: true,
        requester: { select: { ...named.select, email: true } },
      },
      orderBy: { createdAt: "asc" },
    }),
    db().mandate.findMany({
      where: { AND: [{ exporterId, acceptedAt: { not: null } }, { NOT: inForce() }] },
      select: {
        id: true,
        kind: true,
        acceptedAt: true,
        endsOn: true,
        endedAt: true,
        user: named,
      },
      orderBy: { acceptedAt: "desc" },
      take: 50,
    }),
  ]);
  return {
    invitations: invitations.map((invitation) => ({
      ...invitation,
      endsOn: invitation.endsOn && isoDate(invitation.endsOn),
    })),
    requests: requests.map(({ requester, ...request }) => ({
      ...request,
      name: fullName(requester),
      email: requester.email,
    })),
    past: past.map(({ user, endsOn, endedAt, acceptedAt, ...mandate }) => {
      const days = [endsOn && isoDate(endsOn), endedAt && dateInOttawa(endedAt)];
      return {
        ...mandate,
        name: fullName(user),
        from: acceptedAt && dateInOttawa(acceptedAt),
        to: days.filter((day) => day !== null).sort()[0] ?? null,
      };
    }),
  };
}
