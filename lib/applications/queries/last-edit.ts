import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { Section } from "@/lib/applications/sections";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/**
 * Who else has changed a section after that version, and when; `by` is empty where it was only the viewer,
 * in another window.
 */
export async function findLastEdit(
  viewer: Viewer,
  applicationId: string,
  section: Section,
  after: number,
) {
  const edits = await db().event.findMany({
    where: {
      kind: "application.saved",
      application: { AND: [visibleTo(viewer), idIs(applicationId)] },
      AND: [
        { data: { path: ["section"], equals: section } },
        { data: { path: ["version"], gt: Number.isFinite(after) ? after : 0 } },
      ],
    },
    select: { at: true, actorId: true, actor: named },
    orderBy: { id: "desc" },
    take: 50,
  });
  const found = edits.find(({ actorId }) => actorId !== viewer.userId) ?? edits[0];
  if (!found) return null;
  return { at: found.at, by: found.actorId === viewer.userId ? "" : fullName(found.actor) };
}
