import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { err, ok, type Result } from "@/lib/result";
import { noticesOf } from "@/lib/notices/access";
import { idIs } from "@/lib/row-id";

/** The viewer has seen this notice. Marking it again changes nothing. */
export async function markRead(viewer: Viewer, id: string): Promise<Result<void, "notFound">> {
  const own = { AND: [noticesOf(viewer), idIs(id)] };
  const { count } = await db().notice.updateMany({
    where: { ...own, readAt: null },
    data: { readAt: now() },
  });
  if (count > 0 || (await db().notice.count({ where: own })) > 0) return ok(undefined);
  return err("notFound");
}

/** The viewer has seen all up to the newest that they were shown: what came since stays unread. */
export async function markAllRead(
  viewer: Viewer,
  newest: string,
): Promise<Result<{ marked: number }, "notFound">> {
  const seen = await db().notice.findFirst({
    where: { AND: [noticesOf(viewer), idIs(newest)] },
    select: { id: true, at: true },
  });
  if (!seen) return err("notFound");
  const { at, id } = seen;
  const { count } = await db().notice.updateMany({
    where: {
      AND: [noticesOf(viewer), { readAt: null }],
      OR: [{ at: { lt: at } }, { at, id: { lte: id } }],
    },
    data: { readAt: now() },
  });
  return ok({ marked: count });
}
