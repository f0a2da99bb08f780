import "server-only";
import { confirmationDue, notAwaited, overdueBefore } from "@/lib/certificates/receipt/due";
import { has, lastOf } from "@/lib/certificates/life/life";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { lockCertificate } from "@/lib/documents/report-matter";
import { record } from "@/lib/events/record";
import { isFirst } from "@/lib/jobs/first-reminder";
import { isTimeToRemind } from "@/lib/jobs/time-to-remind";
import { getCalendar } from "@/lib/reference/queries";

/**
 * In the morning: asks an importing authority again that has not confirmed an import ten working days after the export
 * (rule R36). Once for a certificate and a day that is due, however many workers look and however often.
 */
export async function remindConfirmations(): Promise<void> {
  if (!isTimeToRemind()) return;
  const before = overdueBefore(todayInOttawa(), await getCalendar());
  const overdue = await db().certificate.findMany({
    where: {
      steps: {
        some: { kind: "exported", on: { lt: new Date(before) } },
        none: { kind: { in: notAwaited } },
      },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of overdue) await remind(id);
}

async function remind(certificateId: string): Promise<void> {
  await transaction(async (tx) => {
    await lockCertificate(tx, { certificateId });
    const { applicationId, application, steps } = await tx.certificate.findUniqueOrThrow({
      where: { id: certificateId },
      select: {
        applicationId: true,
        application: { select: { exporterId: true } },
        steps: { select: { kind: true, on: true }, orderBy: { id: "asc" } },
      },
    });
    const exportedOn = lastOf(steps, "exported")?.on;
    if (!exportedOn || notAwaited.some((kind) => has(steps, kind))) return;
    const dueOn = confirmationDue(isoDate(exportedOn), await getCalendar(tx));
    if (todayInOttawa() <= dueOn) return;
    if (!(await isFirst(tx, "confirmation.overdue", certificateId, dueOn))) return;
    const { exporterId } = application;
    const of = { certificateId, applicationId, exporterId };
    const event = { kind: "certificate.confirmationReminded", ...of, data: { dueOn } } as const;
    await record(tx, { system: true }, event);
  });
}
