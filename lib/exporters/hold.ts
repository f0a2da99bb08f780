import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { isOwner } from "@/lib/exporters/access";
import type { Permission } from "@/prisma/generated/enums";

/**
 * Whether the viewer's mandate is still in force and reaches so far. A viewer is who they were when the
 * request began; this asks again inside the transaction that writes, and until it ends nobody can end or
 * narrow the mandate: what was done and its end have one order.
 */
export async function holdMandate(
  tx: Tx,
  viewer: Viewer,
  exporterId: string,
  need: Permission | "owner",
): Promise<boolean> {
  if (viewer.kind !== "exporter") return false;
  const rows = await tx.$queryRaw<{ kind: string; permissions: string }[]>`
    SELECT kind::text, permissions::text FROM "Mandate"
     WHERE "exporterId" = ${exporterId}::uuid AND "userId" = ${viewer.userId}::uuid
       AND "acceptedAt" IS NOT NULL AND "endedAt" IS NULL
       AND ("endsOn" IS NULL OR "endsOn" >= ${todayInOttawa()}::date)
       FOR SHARE`;
  return rows.some(({ kind, permissions }) =>
    need === "owner" ? kind === "owner" : permissions.includes(need),
  );
}

/**
 * The same for one of a profile's applications, which also who typed it in from paper acts on, as long as
 * they are a reviewer.
 */
export async function holdApplication(
  tx: Tx,
  viewer: Viewer,
  { id, exporterId }: { readonly id: string; readonly exporterId: string },
  need: Permission,
): Promise<boolean> {
  if (await holdMandate(tx, viewer, exporterId, need)) return true;
  if (viewer.kind !== "exporter" || !viewer.entersPaper) return false;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "User" u
     WHERE u.id = ${viewer.userId}::uuid AND 'reviewer' = ANY (u.roles) AND u."suspendedAt" IS NULL
       AND EXISTS (SELECT 1 FROM "Application" a WHERE a.id = ${id}::uuid AND a."enteredById" = u.id)
       FOR SHARE`;
  return rows.length > 0;
}

/**
 * Every change of who acts for a profile begins here: one at a time for each profile. In the end the
 * database locks the same row to see that an owner is left.
 */
export async function lockProfile(tx: Tx, exporterId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Exporter" WHERE id = ${exporterId}::uuid FOR NO KEY UPDATE`;
}

/** The same for its owner; false for everybody else. */
export async function lockAsOwner(tx: Tx, viewer: Viewer, exporterId: string): Promise<boolean> {
  // Nobody else makes the profile wait.
  if (!isOwner(viewer, exporterId)) return false;
  await lockProfile(tx, exporterId);
  return holdMandate(tx, viewer, exporterId, "owner");
}
