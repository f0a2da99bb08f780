import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { PortalEvent } from "@/lib/events/event";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

const told = [
  "application.submitted",
  "application.moved",
  "application.holderChanged",
  "application.reminded",
  "application.referenceChanged",
  "withdrawal.requested",
  "withdrawal.takenBack",
  "withdrawal.refused",
  "document.infected",
  "certificate.issued",
  "certificate.documentReady",
] as const satisfies PortalEvent["kind"][];

type Told = Extract<PortalEvent, { kind: (typeof told)[number] }>;
type KindAndData<E> = E extends { kind: infer K; data: infer D } ? { kind: K; data: D } : never;
type ToldEvent = KindAndData<Told>;
export interface HistoryEntry {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly event: ToldEvent;
}

/** What happened to a file since it was first submitted, newest first, as the office is told it. */
export async function listHistory(
  viewer: OfficerViewer,
  applicationId: string,
): Promise<HistoryEntry[]> {
  const events = await db().event.findMany({
    where: {
      application: { AND: [visibleTo(viewer), idIs(applicationId)] },
      kind: { in: [...told] },
    },
    orderBy: { id: "desc" },
    take: 200,
    select: {
      id: true,
      at: true,
      kind: true,
      data: true,
      actor: named,
    },
  });
  return events.map(({ id, at, kind, data, actor }) => ({
    id: id.toString(),
    at,
    by: fullName(actor),
    event: { kind, data } as HistoryEntry["event"],
  }));
}
