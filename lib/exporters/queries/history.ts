import "server-only";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { EventKind, PortalEvent } from "@/lib/events/event";
import { isOwner } from "@/lib/exporters/access";
import { fullName, named } from "@/lib/people/name";

const told = [
  "exporter.created",
  "mandate.invited",
  "mandate.declined",
  "mandate.invitationCancelled",
  "mandate.accepted",
  "mandate.changed",
  "mandate.ended",
  "access.answered",
] as const satisfies readonly EventKind[];
type Told = Extract<PortalEvent, { kind: (typeof told)[number] }>;

/**
 * What has happened about who acts for a profile, newest first, for its owners; null for others. `next` is
 * handed in again as `before`.
 */
export async function findMandateHistory(
  viewer: ExporterViewer,
  exporterId: string,
  { take, before }: { take: number; before?: string },
) {
  if (!isOwner(viewer, exporterId)) return null;
  const older =
    before !== undefined && /^\d{1,18}$/.test(before) ? { id: { lt: BigInt(before) } } : {};
  const rows = await db().event.findMany({
    where: { exporterId, kind: { in: [...told] }, ...older },
    select: {
      id: true,
      at: true,
      kind: true,
      data: true,
      personId: true,
      actorId: true,
      actor: named,
    },
    orderBy: { id: "desc" },
    take: take + 1,
  });
  const page = rows.slice(0, take).map((row) => ({
    ...row,
    event: { kind: row.kind, data: row.data } as unknown as Told,
  }));
  const people = await namesOf(page.map(({ personId }) => personId));
  const addresses = await addressesOf(page.map(({ event }) => invitationOf(event)));
  return {
    entries: page.map(({ id, at, event, personId, actorId, actor }) => ({
      id: id.toString(),
      at,
      what: whatOf(event),
      /** Whom it concerns: a person by name, or an address where nobody had answered. */
      whom:
        event.kind === "mandate.accepted"
          ? fullName(actor)
          : (people.get(personId ?? "") ?? addresses.get(invitationOf(event) ?? "") ?? ""),
      by: actorId === viewer.userId ? null : fullName(actor),
    })),
    next: rows.length > take ? (page.at(-1)?.id.toString() ?? null) : null,
  };
}

export type MandateHistory = NonNullable<Awaited<ReturnType<typeof findMandateHistory>>>;

type What =
  | "created"
  | "invited"
  | "declined"
  | "cancelled"
  | "accepted"
  | "changed"
  | "resigned"
  | "removed"
  | "accessAccepted"
  | "accessRefused";

function whatOf(event: Told): What {
  switch (event.kind) {
    case "exporter.created":
      return "created";
    case "mandate.invited":
      return "invited";
    case "mandate.declined":
      return "declined";
    case "mandate.invitationCancelled":
      return "cancelled";
    case "mandate.accepted":
      return "accepted";
    case "mandate.changed":
      return "changed";
    case "mandate.ended":
      return event.data.by === "self" ? "resigned" : "removed";
    case "access.answered":
      return event.data.accepted ? "accessAccepted" : "accessRefused";
  }
}

function invitationOf({ data }: Told): string | null {
  return "invitationId" in data ? data.invitationId : null;
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await db().user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, ...named.select },
  });
  return new Map(people.map((person) => [person.id, fullName(person)]));
}

async function addressesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const invitations = await db().mandateInvitation.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, email: true },
  });
  return new Map(invitations.map(({ id, email }) => [id, email]));
}
