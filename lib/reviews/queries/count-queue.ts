import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { now, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { startOfDay } from "@/lib/reference/working-time";
import { countedUpTo } from "@/lib/reviews/counted-up-to";
import { Prisma } from "@/prisma/generated/client";

/** How many open files wait where, now, in one statement; every officer sees them all. */
export async function countQueue({ userId }: Pick<OfficerViewer, "userId">) {
  const at = now();
  const tomorrow = startOfDay(addDays(todayInOttawa(), 1));
  const some = (condition: Prisma.Sql) => Prisma.sql`
    (SELECT count(*)::int FROM (SELECT FROM "Application" a WHERE ${condition} LIMIT ${countedUpTo + 1}) counted)`;
  const withUs = Prisma.sql`a.status IN ('submitted', 'in_review', 'recommended')`;
  const [figures] = await db().$queryRaw<QueueFigures[]>`
    SELECT ${some(withUs)} AS "withUs",
      ${some(Prisma.sql`${withUs} AND a."dueAt" < ${at}`)} AS overdue,
      ${some(Prisma.sql`${withUs} AND a."dueAt" >= ${at} AND a."dueAt" < ${tomorrow}`)} AS "dueToday",
      ${some(Prisma.sql`a.status = 'returned'`)} AS "withExporter",
      ${some(Prisma.sql`${withUs} AND a."holderId" = ${userId}::uuid`)} AS mine,
      ${some(Prisma.sql`${withUs} AND a."holderId" IS NULL`)} AS nobody`;
  if (!figures) throw new Error("the queue could not be counted");
  return figures;
}
export interface QueueFigures {
  withUs: number;
  overdue: number;
  dueToday: number;
  withExporter: number;
  mine: number;
  nobody: number;
}
