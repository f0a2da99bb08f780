import "server-only";
import { addDays } from "@/lib/calendar";
import { dateInOttawa, isoDate, todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { isFirst } from "@/lib/jobs/first-reminder";
import { beforeEnd, dueBefore, isTimeToRemind } from "@/lib/jobs/time-to-remind";
import { inForce } from "@/lib/people/mandate";

/**
 * In the morning: tells both sides of a mandate that its last day comes, two weeks and three days before.
 * Each once for a mandate and a last day, however many workers look and however often.
 */
export async function remindMandates(): Promise<void> {
  if (!isTimeToRemind()) return;
  const today = todayInOttawa();
  const soon = { gte: new Date(today), lte: new Date(addDays(today, beforeEnd[0])) };
  const ending = await db().mandate.findMany({
    where: { AND: [inForce(), { endsOn: soon }] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of ending) await remind(id, today);
}

async function remind(mandateId: string, today: string): Promise<void> {
  await transaction(async (tx) => {
    // Whoever changes or ends it at this moment waits, or has been faster.
    await tx.$queryRaw`SELECT 1 FROM "Mandate" WHERE id = ${mandateId}::uuid FOR SHARE`;
    const mandate = await tx.mandate.findFirst({
      where: { AND: [inForce(), { id: mandateId, endsOn: { not: null } }] },
      select: { exporterId: true, userId: true, endsOn: true, acceptedAt: true },
    });
    if (!mandate?.endsOn) return;
    const { exporterId, userId, acceptedAt } = mandate;
    const endsOn = isoDate(mandate.endsOn);
    const toldOn = acceptedAt && dateInOttawa(acceptedAt);
    const days = dueBefore(beforeEnd, { today, endsOn, toldOn });
    if (days === null) return;
    if (!(await isFirst(tx, `mandate.ending${days}`, mandateId, endsOn))) return;
    await record(
      tx,
      { system: true },
      {
        kind: "mandate.endingSoon",
        exporterId,
        personId: userId,
        data: { mandateId, endsOn },
      },
    );
  });
}
