import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { hasRole } from "@/lib/reviews/access";
import { claimIn } from "@/lib/reviews/claim-in";
import { notAllowed, type Outcome } from "@/lib/reviews/refusal";

/**
 * Takes a file that nobody holds. The first claim of a submission begins the review. Of two officers
 * who press at once one wins; the other is told by whom.
 */
export async function claim(
  viewer: OfficerViewer,
  applicationId: string,
): Promise<Outcome<void, "alreadyYours">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  return transaction((tx) => claimIn(tx, viewer, applicationId));
}
