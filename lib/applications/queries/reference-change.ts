import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { EventOf } from "@/lib/events/event";
import { idIs } from "@/lib/row-id";
import type { ApplicationStatus } from "@/prisma/generated/enums";

const ended: ApplicationStatus[] = ["issued", "rejected", "cancelled"];

/** The newest change of the reference data that an open application felt since it was last sent, or null. */
export async function findReferenceChange(viewer: Viewer, applicationId: string) {
  const application = await db().application.findFirst({
    where: { AND: [visibleTo(viewer), idIs(applicationId), { status: { notIn: ended } }] },
    select: {
      submissions: { orderBy: { version: "desc" }, take: 1, select: { submittedAt: true } },
      events: {
        where: { kind: "application.referenceChanged" },
        orderBy: { id: "desc" },
        take: 1,
        select: { at: true, data: true },
      },
    },
  });
  const [event] = application?.events ?? [];
  const [submission] = application?.submissions ?? [];
  if (!event || (submission && event.at < submission.submittedAt)) return null;
  return event.data as EventOf<"application.referenceChanged">["data"];
}
