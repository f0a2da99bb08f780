import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { openDraftOf, threadsVisibleTo } from "@/lib/messages/access";

/** Where the officer began to write and has sent nothing yet, the newest first. */
export async function listOfficeDrafts(viewer: OfficerViewer) {
  return db().thread.findMany({
    where: { AND: [threadsVisibleTo(viewer), { messages: { some: openDraftOf(viewer) } }] },
    orderBy: { id: "desc" },
    take: 20,
    select: { id: true, subject: true, exporter: { select: { legalName: true } } },
  });
}
