import "server-only";
import * as z from "zod";
import { visibleTo } from "@/lib/applications/access";
import { clockOf } from "@/lib/applications/clock-figures";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { getCalendar } from "@/lib/reference/queries";
import { startOfDay, workedBetween } from "@/lib/reference/working-time";
import { placeOf, readPlace } from "@/lib/place";
import type { Prisma } from "@/prisma/generated/client";

/** Late against the promise; promised for what is left of today; exporters who are late with their answer. */
export const overdueLists = ["late", "today", "answers"] as const;
export type OverdueList = (typeof overdueLists)[number];

/** What the address of the page says; anything that cannot be understood counts as not said. */
export const overdueFilter = z.object({
  list: z.enum(overdueLists).catch("late"),
  after: z.string().max(100).catch(""),
});
export type OverdueFilter = z.infer<typeof overdueFilter>;

const page = 25;

const row = {
  id: true,
  number: true,
  status: true,
  dueAt: true,
  answerDueOn: true,
  holderId: true,
  holder: named,
  exporter: { select: { legalName: true } },
  clock: { select: { side: true, from: true, until: true }, orderBy: { id: "asc" } },
} satisfies Prisma.ApplicationSelect;

/** One page of a list, the most pressing first, each file with who holds it and by how much, in working minutes. */
export async function listOverdue(viewer: OfficerViewer, { list, after }: OverdueFilter) {
  const at = now();
  const [found, counts, calendar] = await Promise.all([
    db().application.findMany({
      where: { AND: [visibleTo(viewer), waiting(list, at), beyond(list, after)] },
      orderBy: [list === "answers" ? { answerDueOn: "asc" } : { dueAt: "asc" }, { id: "asc" }],
      take: page + 1,
      select: row,
    }),
    countOverdue(at),
    getCalendar(),
  ]);
  const last = found.length > page ? found[page - 1] : undefined;
  const lastDue = list === "answers" ? last?.answerDueOn : last?.dueAt;
  return {
    counts,
    next: last && lastDue ? placeOf({ at: lastDue, id: last.id }) : null,
    rows: found.slice(0, page).map(({ holder, exporter, clock, ...file }) => {
      const answerDueOn = file.answerDueOn ? isoDate(file.answerDueOn) : null;
      // The whole of the last day is the exporter's.
      const end = answerDueOn ? startOfDay(addDays(answerDueOn, 1)) : at;
      const figures = clockOf({ clock, dueAt: file.dueAt }, at, calendar);
      const by = {
        late: figures.lateBy,
        today: figures.left,
        answers: workedBetween(end, at, calendar),
      };
      return {
        ...file,
        answerDueOn,
        number: file.number ?? "",
        exporterName: exporter.legalName,
        holderName: holder ? fullName(holder) : null,
        mine: file.holderId === viewer.userId,
        by: by[list],
        withUs: figures.withOffice,
      };
    }),
  };
}
export type OverdueRow = Awaited<ReturnType<typeof listOverdue>>["rows"][number];

/** How many files are on each list now, in one statement. */
async function countOverdue(at: Date): Promise<Record<OverdueList, number>> {
  const [counts] = await db().$queryRaw<Record<OverdueList, number>[]>`
    SELECT count(*) FILTER (WHERE status <> 'returned' AND "dueAt" < ${at})::int AS late,
           count(*) FILTER (WHERE status <> 'returned' AND "dueAt" >= ${at} AND "dueAt" < ${endOfToday()})::int AS today,
           count(*) FILTER (WHERE status = 'returned' AND "answerDueOn" < ${todayInOttawa()}::date)::int AS answers
      FROM "Application"
     WHERE status IN ('submitted', 'in_review', 'recommended', 'returned')`;
  return counts ?? { late: 0, today: 0, answers: 0 };
}

function waiting(list: OverdueList, at: Date): Prisma.ApplicationWhereInput {
  const withUs: Prisma.ApplicationWhereInput = {
    status: { in: ["submitted", "in_review", "recommended"] },
  };
  switch (list) {
    case "late":
      return { ...withUs, dueAt: { lt: at } };
    case "today":
      return { ...withUs, dueAt: { gte: at, lt: endOfToday() } };
    case "answers":
      return { status: "returned", answerDueOn: { lt: new Date(todayInOttawa()) } };
  }
}

const endOfToday = () => startOfDay(addDays(todayInOttawa(), 1));

/** What comes after the place in the address; a place that was tampered with is the first page. */
function beyond(list: OverdueList, after: string): Prisma.ApplicationWhereInput {
  const { at, id } = readPlace(after) ?? {};
  if (!at || !id) return {};
  return list === "answers"
    ? { OR: [{ answerDueOn: { gt: at } }, { answerDueOn: at, id: { gt: id } }] }
    : { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: id } }] };
}
