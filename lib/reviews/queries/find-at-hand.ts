import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { hasRole } from "@/lib/reviews/access";
import { waitingFor } from "@/lib/reviews/queue-sql";

interface AtHand {
  readonly id: string;
  readonly number: string;
  readonly dueAt: Date | null;
  readonly returned: boolean;
}

/** As many as fit above a list. */
const shown = 12;

/**
 * The files that an officer has open, the longest held first, and the one that they would get next; in one
 * statement. Only reviewers hold or get any.
 */
export async function findAtHand(
  viewer: OfficerViewer,
): Promise<{ held: readonly AtHand[]; next: AtHand | null }> {
  if (!hasRole(viewer, "reviewer")) return { held: [], next: null };
  const found = await db().$queryRaw<(AtHand & { held: boolean })[]>`
    (SELECT a.id, a.number, a."dueAt", a.status = 'returned' AS returned, true AS held
      FROM "Application" a
      WHERE a."holderId" = ${viewer.userId}::uuid AND a.status IN ('submitted', 'in_review', 'returned')
      ORDER BY a."claimedAt", a.id LIMIT ${shown})
    UNION ALL
    (SELECT a.id, a.number, a."dueAt", false, false ${waitingFor(viewer)})`;
  return {
    held: found.filter(({ held }) => held),
    next: found.find(({ held }) => !held) ?? null,
  };
}
