import type { ReviewEvent } from "@/lib/events/review-event";

type Kind = ReviewEvent["kind"] | "application.created" | "application.saved" | "request.answered";

/** Of work under way nobody is written to, on either side; what comes of it is told. */
export const silent: Record<Kind, null> = {
  "application.created": null,
  "application.saved": null,
  "application.holderChanged": null,
  "request.answered": null,
  "review.saved": null,
  "note.written": null,
};
