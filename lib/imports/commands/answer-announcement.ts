import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { lockAnnouncement } from "@/lib/imports/commands/lock-announcement";
import { isReviewer, notAllowed, type Refused } from "@/lib/imports/refusal";
import type { AnswerInput } from "@/lib/imports/schema-answer";

/**
 * Asks the exporter for something else, or declines the announcement, with the words that they read.
 * `version` is the one that the officer has read.
 */
export async function answerAnnouncement(
  viewer: OfficerViewer,
  announcementId: string,
  { outcome, answer }: AnswerInput,
  version: number,
): Promise<{ readonly ok: true } | Refused> {
  if (!isReviewer(viewer)) return notAllowed;
  return transaction(async (tx) => {
    const locked = await lockAnnouncement(tx, viewer, announcementId, version);
    if (!locked.ok) return rollBack(locked);
    const { id, exporterId } = locked.value;
    await tx.importAnnouncement.update({
      where: { id },
      data: { status: outcome, answer, answeredById: viewer.userId, answeredAt: now() },
    });
    await record(tx, actorOf(viewer), {
      kind: outcome === "returned" ? "import.returned" : "import.declined",
      announcementId: id,
      exporterId,
      data: { answer },
    });
    return { ok: true } as const;
  });
}
