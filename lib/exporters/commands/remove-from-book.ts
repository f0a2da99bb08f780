import "server-only";
import { actorOf, profilesWith, type Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { holdMandate } from "@/lib/exporters/hold";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/** Takes an entry out of a profile's address book. Applications that used it keep what they say. */
export async function removeFromBook(
  viewer: Viewer,
  exporterId: string,
  entryId: string,
): Promise<Result<void, "notFound">> {
  if (viewer.kind !== "exporter") return err("notFound");
  if (!profilesWith(viewer, "prepare").includes(exporterId)) return err("notFound");
  return transaction(async (tx) => {
    if (!(await holdMandate(tx, viewer, exporterId, "prepare"))) return err("notFound");
    const entry = await tx.bookEntry.findFirst({
      where: { AND: [idIs(entryId), { exporterId }] },
      select: { id: true, kind: true },
    });
    if (!entry) return err("notFound");
    const { count } = await tx.bookEntry.deleteMany({ where: { id: entry.id } });
    if (count === 0) return err("notFound");
    await record(tx, actorOf(viewer), {
      kind: "book.removed",
      exporterId,
      data: { entryId: entry.id, entryKind: entry.kind },
    });
    return ok(undefined);
  });
}
