import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { shownTo } from "@/lib/broadcasts/access";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/** The viewer has read it: no page shows it to them any more. Nothing of it is in the trail. */
export async function hideBroadcast(viewer: Viewer, id: string): Promise<Result<void, "notFound">> {
  return transaction(async (tx) => {
    const shown = await tx.broadcast.findFirst({
      where: { AND: [shownTo(viewer), idIs(id)] },
      select: { id: true },
    });
    if (!shown) return err("notFound");
    await tx.broadcastHidden.createMany({
      data: [{ broadcastId: shown.id, userId: viewer.userId, at: now() }],
      skipDuplicates: true,
    });
    return ok(undefined);
  });
}
