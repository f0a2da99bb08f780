import "server-only";
import { profilesWith, type Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { holdMandate } from "@/lib/exporters/hold";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { mayAnswer, threadsVisibleTo } from "@/lib/messages/access";
import { matterColumns } from "@/lib/messages/columns";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

/** Why somebody does not write: no such conversation for them, no part in it, or their own exporter's. */
export type MayNotWrite = "notFound" | "notAllowed" | "ownProfile";

/** Whether the viewer writes in the conversations of a profile; of an exporter it is asked again in `tx`. */
export async function mayWriteTo(
  tx: Tx,
  viewer: Viewer,
  exporterId: string,
): Promise<Result<void, MayNotWrite>> {
  if (viewer.kind === "exporter") {
    // Nobody else makes the profile wait.
    const may =
      profilesWith(viewer, "prepare").includes(exporterId) &&
      (await holdMandate(tx, viewer, exporterId, "prepare"));
    return may ? ok(undefined) : err("notFound");
  }
  if (!mayAnswer(viewer)) return err("notAllowed");
  const profile = await tx.exporter.findFirst({
    where: { AND: [idIs(exporterId), { mergedIntoId: null }] },
    select: mandateOf(viewer),
  });
  if (!profile) return err("notFound");
  return isOwn(profile) ? err("ownProfile") : ok(undefined);
}

const columns = {
  ...matterColumns,
  ...{ id: true, subject: true, startedAt: true, lastMessageAt: true },
} as const satisfies Prisma.ThreadSelect;
export type LockedThread = Prisma.ThreadGetPayload<{ select: typeof columns }>;

/** The conversation, for somebody who may write in it: until the transaction ends nobody else does. */
export async function lockThread(
  tx: Tx,
  viewer: Viewer,
  threadId: string,
): Promise<Result<LockedThread, MayNotWrite>> {
  const seen = { AND: [threadsVisibleTo(viewer), idIs(threadId)] };
  const found = await tx.thread.findFirst({ where: seen, select: { exporterId: true } });
  if (!found) return err("notFound");
  const may = await mayWriteTo(tx, viewer, found.exporterId);
  if (!may.ok) return may;
  await tx.$queryRaw`SELECT 1 FROM "Thread" WHERE id = ${threadId}::uuid FOR NO KEY UPDATE`;
  const locked = await tx.thread.findFirst({ where: seen, select: columns });
  return locked ? ok(locked) : err("notFound");
}
