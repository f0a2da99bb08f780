import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { countedUpTo } from "@/lib/reviews/counted-up-to";
import { inboxViews, type InboxView } from "@/lib/messages/inbox-filter";
import { conditionsOf, partsFrom } from "@/lib/messages/inbox-sql";
import { Prisma } from "@/prisma/generated/client";

export type InboxFigures = Record<InboxView, number>;

/** How many conversations each view has, in one statement; nobody counts beyond a thousand of a part. */
export async function countInbox(viewer: OfficerViewer): Promise<InboxFigures> {
  const counts = inboxViews.map((view) => {
    const each = partsFrom({ view, after: "" }).map(
      ({ part }) => Prisma.sql`
        (SELECT count(*)::int FROM (SELECT FROM "Thread" t
          WHERE ${conditionsOf(viewer, part, { view, about: "", q: "" })} LIMIT ${countedUpTo + 1}) counted)`,
    );
    return Prisma.sql`${Prisma.join(each, " + ")} AS ${Prisma.raw(`"${view}"`)}`;
  });
  const [figures] = await db().$queryRaw<InboxFigures[]>`SELECT ${Prisma.join(counts)}`;
  if (!figures) throw new Error("the inbox could not be counted");
  return figures;
}

/** How many conversations wait for the office, for its menu. */
export async function countWaitingThreads(): Promise<number> {
  const [found] = await db().$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM (
      SELECT FROM "Thread" t WHERE t."waitingSince" IS NOT NULL LIMIT ${countedUpTo + 1}) counted`;
  return found?.waiting ?? 0;
}
