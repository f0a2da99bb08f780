import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { threadsVisibleTo } from "@/lib/messages/access";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

/** What officers wrote to each other about a file, newest first. For pages of the office only. */
export async function listNotes(viewer: OfficerViewer, applicationId: string) {
  return listed({ application: { AND: [visibleTo(viewer), idIs(applicationId)] } });
}

/** The same about a conversation with an exporter. */
export async function listThreadNotes(viewer: OfficerViewer, threadId: string) {
  return listed({ thread: { AND: [threadsVisibleTo(viewer), idIs(threadId)] } });
}

async function listed(where: Prisma.OfficeNoteWhereInput) {
  const notes = await db().officeNote.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
    select: { id: true, text: true, at: true, by: named },
  });
  return notes.map(({ by, ...note }) => ({ ...note, by: fullName(by) }));
}

export type OfficeNote = Awaited<ReturnType<typeof listNotes>>[number];
