import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { listNotes } from "@/lib/office-notes/queries";
import { writesNotes } from "@/lib/office-notes/schema";
import { findReview } from "@/lib/reviews/queries/find-review";
import { findSignals } from "@/lib/reviews/queries/find-signals";
import { findWork } from "@/lib/reviews/queries/find-work";
import { listEarlierFiles } from "@/lib/reviews/queries/list-earlier-files";
import { listHistory } from "@/lib/reviews/queries/list-history";

/** All that the workspace shows of a file, or null. */
export async function readDesk(viewer: OfficerViewer, applicationId: string) {
  const review = await findReview(viewer, applicationId);
  if (!review) return null;
  const [history, work, signals, earlier, notes] = await Promise.all([
    listHistory(viewer, applicationId),
    findWork(viewer, review),
    findSignals(review),
    listEarlierFiles(viewer, review),
    listNotes(viewer, applicationId),
  ]);
  const t = await getTranslations("office.review.work");
  const times = await deskTimes();
  const query = new URLSearchParams({ locale: await getLocale(), person: viewer.userId });
  const { saved } = work;
  return {
    review,
    history,
    work,
    signals,
    earlier,
    notes,
    /** Whether the reader may add a note. */
    writing: writesNotes(viewer),
    /** Where the form saves itself, and what is said of the last time. */
    saving: {
      address: `/api/reviews/${review.id}/work?${query.toString()}`,
      before: saved ? t("by", { by: saved.by, when: times.near(saved.at) }) : "",
    },
  };
}

export type Desk = NonNullable<Awaited<ReturnType<typeof readDesk>>>;
