import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { idIs } from "@/lib/row-id";

const view = { id: true, name: true, query: true } as const;

/** The officer's own views of the queue, by name. */
export function listSavedViews({ userId }: OfficerViewer) {
  return db().savedView.findMany({ where: { userId }, select: view, orderBy: { name: "asc" } });
}

export function findSavedView({ userId }: OfficerViewer, viewId: string) {
  return db().savedView.findFirst({ where: { AND: [{ userId }, idIs(viewId)] }, select: view });
}
