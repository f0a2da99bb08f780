import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { threadsVisibleTo } from "@/lib/messages/access";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

/** What was prepared, from conversations, for the next notice about an application as it was submitted last. */
export async function listPrepared(viewer: OfficerViewer, applicationId: string) {
  const application = await db().application.findFirst({
    where: { AND: [visibleTo(viewer), idIs(applicationId)] },
    select: { submissionVersion: true },
  });
  if (!application) return [];
  return listed({ applicationId, ...application });
}

/** The same of one conversation. */
export async function listPreparedIn(viewer: OfficerViewer, threadId: string) {
  const thread = await db().thread.findFirst({
    where: { AND: [threadsVisibleTo(viewer), idIs(threadId)] },
    select: { id: true, application: { select: { submissionVersion: true } } },
  });
  return thread?.application ? listed({ threadId: thread.id, ...thread.application }) : [];
}

export type PreparedRequest = Awaited<ReturnType<typeof listPrepared>>[number];

async function listed(where: Prisma.PreparedRequestWhereInput) {
  const found = await db().preparedRequest.findMany({
    where: { ...where, takenBackAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      id: true,
      threadId: true,
      place: true,
      reasonCode: true,
      words: true,
      at: true,
      by: named,
    },
  });
  return found.map(({ by, ...request }) => ({ ...request, by: fullName(by) }));
}
