import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { countQueue } from "@/lib/reviews/queries/count-queue";
import { findAtHand } from "@/lib/reviews/queries/find-at-hand";
import { findJustDone } from "@/lib/reviews/queries/find-just-done";
import { listFilterOptions } from "@/lib/reviews/queries/list-filter-options";
import { listQueue } from "@/lib/reviews/queries/list-queue";
import type { QueueFilter } from "@/lib/reviews/queue-filter";

/** Everything that the queue shows; `about` is the file with which something was just done, as the address says. */
export async function findQueuePage(viewer: OfficerViewer, filter: QueueFilter, about?: string) {
  const [list, figures, atHand, { views, ...options }, justDone] = await Promise.all([
    listQueue(viewer, filter),
    countQueue(viewer),
    findAtHand(viewer),
    listFilterOptions(viewer, filter),
    about ? findJustDone(viewer, about) : null,
  ]);
  return { ...list, figures, atHand, views, options, justDone };
}
