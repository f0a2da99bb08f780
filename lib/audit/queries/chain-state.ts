import "server-only";
import { seesAudit } from "@/lib/audit/access";
import type { EventOf } from "@/lib/events/event";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";

type Check = EventOf<"audit.checked">["data"];

/** How the chain stands: its newest batch, what waits, and the last check of it. */
export async function findChainState(viewer: OfficerViewer) {
  if (!seesAudit(viewer)) return null;
  const [batch, check, [waiting]] = await Promise.all([
    db().auditBatch.findFirst({ orderBy: { id: "desc" } }),
    db().event.findFirst({
      where: { kind: "audit.checked" },
      orderBy: { id: "desc" },
      select: { at: true, data: true },
    }),
    db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM "Event" e
         WHERE e.id > coalesce((SELECT b."settledId" FROM "AuditBatch" b ORDER BY b.id DESC LIMIT 1), 0)
           AND NOT EXISTS (SELECT 1 FROM "AuditSeal" s WHERE s."eventId" = e.id) LIMIT 10000) waiting`,
  ]);
  return {
    batch: batch && {
      id: batch.id.toString(),
      total: Number(batch.total),
      head: batch.head,
      sealedAt: batch.sealedAt,
    },
    waiting: waiting?.count ?? 0,
    check: check && { at: check.at, ...(check.data as Check) },
  };
}
export type ChainState = NonNullable<Awaited<ReturnType<typeof findChainState>>>;

/** The last checks of the chain, newest first. */
export async function listChecks(viewer: OfficerViewer) {
  if (!seesAudit(viewer)) return [];
  const checks = await db().event.findMany({
    where: { kind: "audit.checked" },
    orderBy: { id: "desc" },
    take: 10,
    select: { id: true, at: true, data: true, actor: named },
  });
  return checks.map(({ id, at, data, actor }) => ({
    id: id.toString(),
    at,
    by: fullName(actor),
    ...(data as Check),
  }));
}
