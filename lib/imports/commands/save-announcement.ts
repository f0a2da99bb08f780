import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { announcedIn, columnsOf } from "@/lib/imports/announced";
import { lockOwn } from "@/lib/imports/commands/lock-own";
import { changedFields, mergeAnnounced, type Choices } from "@/lib/imports/merge-announced";
import type { AnnouncedField, AnnouncedImport } from "@/lib/imports/schema-announce";
import { isAnnouncementOpen } from "@/lib/imports/status";
import { err, ok, type Result } from "@/lib/result";

interface Edit {
  /** What the form showed, what was typed, and what was chosen where somebody else changed the same. */
  readonly base: AnnouncedImport;
  readonly mine: AnnouncedImport;
  readonly choices: Choices;
}

interface Saved {
  /** As stored now. */
  readonly stored: AnnouncedImport;
  readonly version: number;
  /** What two people changed: the other's answer is stored until it is chosen between them. */
  readonly clashes: readonly AnnouncedField[];
}

/** Changes what is announced. What somebody else has changed meanwhile is not overwritten. */
export async function saveAnnouncement(
  viewer: Viewer,
  announcementId: string,
  edit: Edit,
): Promise<Result<Saved, "notFound" | "locked">> {
  return transaction(async (tx) => {
    const locked = await lockOwn(tx, viewer, announcementId);
    if (!locked) return err("notFound");
    if (!isAnnouncementOpen(locked.status)) return err("locked");
    const theirs = announcedIn(locked);
    const { merged, clashes } = mergeAnnounced({ ...edit, theirs });
    const fields = changedFields(theirs, merged);
    if (fields.length > 0) {
      await tx.importAnnouncement.update({
        where: { id: locked.id },
        data: { ...columnsOf(merged), version: { increment: 1 } },
      });
      const { exporterId } = locked;
      await record(tx, actorOf(viewer), {
        kind: "import.changed",
        announcementId: locked.id,
        exporterId,
        data: { fields },
      });
    }
    const version = locked.version + (fields.length > 0 ? 1 : 0);
    return ok({ stored: merged, version, clashes });
  });
}
