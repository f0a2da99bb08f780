import "server-only";
import { addDays } from "@/lib/calendar";
import { dateInOttawa, now, todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { isFirst } from "@/lib/jobs/first-reminder";
import { beforeEnd, dueBefore, isTimeToRemind } from "@/lib/jobs/time-to-remind";
import { dormantFrom, officerFacts, officerStanding } from "@/lib/people/officer";

/**
 * In the morning: tells officers, and the administrators, two weeks and three days before their access rests
 * because they have not signed in. Each once for that day; whoever signs in meanwhile has another day.
 */
export async function remindDormant(): Promise<void> {
  if (!isTimeToRemind()) return;
  const officers = await db().user.findMany({
    where: { roles: { isEmpty: false }, suspendedAt: null },
    select: { id: true, ...officerFacts },
    orderBy: { id: "asc" },
  });
  const horizon = addDays(todayInOttawa(), beforeEnd[0]);
  for (const { id, ...officer } of officers) {
    if (officerStanding(officer, now()) !== "active") continue;
    if (dateInOttawa(dormantFrom(officer)) <= horizon) await remind(id);
  }
}

async function remind(userId: string): Promise<void> {
  await transaction(async (tx) => {
    // Whoever signs in at this moment waits, or has been faster.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR SHARE`;
    const officer = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: officerFacts,
    });
    if (officerStanding(officer, now()) !== "active") return;
    const on = dateInOttawa(dormantFrom(officer));
    const days = dueBefore(beforeEnd, { today: todayInOttawa(), endsOn: on });
    if (days === null) return;
    if (!(await isFirst(tx, `officer.dormant${days}`, userId, on))) return;
    await record(
      tx,
      { system: true },
      { kind: "officer.dormantSoon", personId: userId, data: { on } },
    );
  });
}
