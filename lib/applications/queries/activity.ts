import "server-only";
import { ofProfile } from "@/lib/applications/access";
import { internalMoves, whatOf, type ToldEvent } from "@/lib/applications/what-happened";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { EventKind } from "@/lib/events/event";
import { fullName, named } from "@/lib/people/name";
import { isUuid } from "@/lib/row-id";

/** Steps of an application's life; papers that come and go are in its own history. */
const steps = [
  "application.created",
  "application.submitted",
  "application.moved",
  "certificate.issued",
] as const satisfies readonly EventKind[];

/** What happened last to the applications of a profile, newest first. */
export async function listActivity(viewer: ExporterViewer, exporterId: string, take: number) {
  if (!isUuid(exporterId)) return [];
  const events = await db().event.findMany({
    where: {
      exporterId,
      kind: { in: [...steps] },
      application: ofProfile(viewer, exporterId),
      OR: [
        { kind: { not: "application.moved" } },
        { NOT: internalMoves.map((move) => ({ data: { path: ["move"], equals: move } })) },
      ],
    },
    select: {
      id: true,
      at: true,
      kind: true,
      data: true,
      actorRole: true,
      actor: named,
      application: { select: { id: true, number: true } },
    },
    orderBy: { id: "desc" },
    take,
  });
  return events.map(({ id, at, kind, data, actorRole, actor, application }) => ({
    id: id.toString(),
    at,
    application,
    /** Null where the office or the portal did it. */
    person: actorRole === "exporter" && actor ? fullName(actor) : null,
    ...whatOf({ kind, data } as unknown as ToldEvent),
  }));
}

export type Activity = Awaited<ReturnType<typeof listActivity>>[number];
