import "server-only";
import { currentRequests } from "@/lib/applications/requests";
import { dateInOttawa, isoDate, todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { isFirst } from "@/lib/jobs/first-reminder";
import { isTimeToRemind } from "@/lib/jobs/time-to-remind";
import { getCalendar } from "@/lib/reference/queries";
import { workingDaysBefore } from "@/lib/reference/working-days";

/** Working days before the day to answer by. */
const warnBefore = 2;

/**
 * Reminds the exporters of returned applications in the morning: two working days before the day to
 * answer by, and when it has passed. Once for each such day, however many workers look and however
 * often; never where everything is answered.
 */
export async function remindReturned(): Promise<void> {
  if (!isTimeToRemind()) return;
  const calendar = await getCalendar();
  const returned = await db().application.findMany({
    where: { status: "returned", answerDueOn: { not: null } },
    select: {
      id: true,
      answerDueOn: true,
      clock: { where: { until: null }, select: { from: true } },
    },
  });
  for (const { id, answerDueOn, clock } of returned) {
    if (!answerDueOn) continue;
    const dueOn = isoDate(answerDueOn);
    const today = todayInOttawa();
    const warnOn = workingDaysBefore(dueOn, warnBefore, calendar);
    // A notice that came later than that is itself the reminder.
    const fresh = clock.some(({ from }) => dateInOttawa(from) >= warnOn);
    if (today > dueOn) await remind(id, "overdue", dueOn);
    else if (today >= warnOn && !fresh) await remind(id, "dueSoon", dueOn);
  }
}

async function remind(
  applicationId: string,
  reminder: "dueSoon" | "overdue",
  dueOn: string,
): Promise<void> {
  await transaction(async (tx) => {
    // Whoever submits or decides at this moment waits, or has been faster.
    await tx.$queryRaw`SELECT 1 FROM "Application" WHERE id = ${applicationId}::uuid FOR SHARE`;
    const application = await tx.application.findFirst({
      where: { id: applicationId, status: "returned", answerDueOn: new Date(dueOn) },
      select: {
        exporterId: true,
        changeRequests: { select: { submissionVersion: true, section: true, repliedAt: true } },
      },
    });
    if (!application) return;
    const asked = currentRequests(application.changeRequests);
    if (asked.every(({ repliedAt }) => repliedAt !== null)) return;
    if (!(await isFirst(tx, `returned.${reminder}`, applicationId, dueOn))) return;
    const { exporterId } = application;
    await record(
      tx,
      { system: true },
      { kind: "application.reminded", applicationId, exporterId, data: { reminder, dueOn } },
    );
  });
}
