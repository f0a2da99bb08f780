import "server-only";
import { gatherHistory } from "@/lib/applications/office-history";
import type { Signal } from "@/lib/applications/signals/signal";
import { signalsOf } from "@/lib/applications/signals/signals";
import { db } from "@/lib/db";
import type { Review } from "@/lib/reviews/queries/find-review";

/** What the office's own history says today about a submission that a review has read. */
export async function findSignals({ id, snapshot, facts }: Review): Promise<Signal[]> {
  const { exporterId, answers, documents } = snapshot;
  const subject = { applicationId: id, exporterId, answers, documents };
  return signalsOf(facts, await gatherHistory(db(), subject, facts.today));
}
