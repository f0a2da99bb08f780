import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { Move } from "@/lib/applications/status";
import { isInternal, told, whatOf, type ToldEvent } from "@/lib/applications/what-happened";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** Moves whose note was written to the exporter. */
const noteIsForExporter: readonly Move[] = ["extend", "pullBack", "cancel", "acceptWithdrawal"];

const letter = { language: true, size: true } as const;

/**
 * What has happened to an application, oldest first, or null. An exporter reads names of their own
 * side only, and of the office's reasons only those that were sent to them: the requests of a notice,
 * a new due date, the reasons of a rejection.
 */
export async function findHistory(viewer: Viewer, id: string) {
  const application = await db().application.findFirst({
    where: { AND: [visibleTo(viewer), idIs(id)] },
    select: {
      events: {
        where: { kind: { in: [...told] } },
        select: {
          id: true,
          at: true,
          kind: true,
          actorRole: true,
          data: true,
          actor: named,
        },
        orderBy: { id: "asc" },
      },
      changeRequests: {
        select: {
          submissionVersion: true,
          section: true,
          field: true,
          reason: true,
          reasonEn: true,
          reasonFr: true,
          askedAt: true,
          reply: true,
          done: true,
          repliedAt: true,
        },
        orderBy: [{ askedAt: "asc" }, { id: "asc" }],
      },
      submissions: { select: { version: true, noticeLetters: { select: letter } } },
      decision: {
        select: { outcome: true, reasons: true, ground: true, letters: { select: letter } },
      },
    },
  });
  if (!application) return null;
  const { events, changeRequests, submissions, decision } = application;
  let submission = 0;
  return events.flatMap((row) => {
    const event = { kind: row.kind, data: row.data } as unknown as ToldEvent;
    if (event.kind === "application.submitted") submission = event.data.version;
    if (viewer.kind === "exporter" && isInternal(event)) return [];
    const by = byOf(row.actorRole);
    const nameable = row.actor && (viewer.kind === "officer" || by === "exporter");
    const move = event.kind === "application.moved" ? event.data.move : null;
    return {
      id: row.id.toString(),
      at: row.at,
      by,
      /** Null for the office and the portal itself, where an exporter reads. */
      person: nameable && row.actor ? fullName(row.actor) : null,
      ...whatOf(event),
      note: noteOf(viewer, event),
      requests:
        move === "returnForChanges"
          ? changeRequests.filter((request) => request.submissionVersion === submission)
          : [],
      /** The letter of the notice, by the version that it is about. */
      notice:
        move === "returnForChanges"
          ? {
              version: submission,
              letters: submissions.find((of) => of.version === submission)?.noticeLetters ?? [],
            }
          : null,
      rejection: move === "reject" && decision?.outcome === "reject" ? decision : null,
    };
  });
}

export type HistoryEntry = NonNullable<Awaited<ReturnType<typeof findHistory>>>[number];

function noteOf(viewer: Viewer, event: ToldEvent): string | null {
  if (event.kind === "application.holderChanged") return event.data.reason ?? null;
  if (event.kind === "withdrawal.requested" || event.kind === "withdrawal.refused") {
    return event.data.reason;
  }
  if (event.kind !== "application.moved") return null;
  const { move, note } = event.data;
  return viewer.kind === "officer" || noteIsForExporter.includes(move) ? (note ?? null) : null;
}

function byOf(actorRole: string): "exporter" | "office" | "portal" {
  if (actorRole === "system") return "portal";
  return actorRole === "officer" ? "office" : "exporter";
}
