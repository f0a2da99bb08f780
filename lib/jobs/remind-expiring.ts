import "server-only";
import { addDays } from "@/lib/calendar";
import { has } from "@/lib/certificates/life/life";
import { notAwaited } from "@/lib/certificates/receipt/due";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { lockCertificate } from "@/lib/documents/report-matter";
import { record } from "@/lib/events/record";
import { isFirst } from "@/lib/jobs/first-reminder";
import { dueBefore, isTimeToRemind } from "@/lib/jobs/time-to-remind";
import type { StepKind } from "@/prisma/generated/enums";

/** Days before the last day of a certificate. */
const beforeExpiry = [10, 3] as const;

/** With these nobody needs it any more. */
const settled: StepKind[] = ["exported", ...notAwaited];

/**
 * In the morning: tells exporters ten days and three days before a certificate expires under which no export
 * has been reported. Each once for a certificate, however many workers look and however often.
 */
export async function remindExpiring(): Promise<void> {
  if (!isTimeToRemind()) return;
  const today = todayInOttawa();
  const expiring = await db().certificate.findMany({
    where: {
      expiresOn: { gte: new Date(today), lte: new Date(addDays(today, beforeExpiry[0])) },
      expiresAt: { gt: now() },
      steps: { none: { kind: { in: settled } } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of expiring) await remind(id, today);
}

async function remind(certificateId: string, today: string): Promise<void> {
  await transaction(async (tx) => {
    await lockCertificate(tx, { certificateId });
    const { applicationId, application, steps, ...certificate } =
      await tx.certificate.findUniqueOrThrow({
        where: { id: certificateId },
        select: {
          applicationId: true,
          expiresOn: true,
          application: { select: { exporterId: true } },
          steps: { select: { kind: true } },
        },
      });
    if (settled.some((kind) => has(steps, kind))) return;
    const expiresOn = isoDate(certificate.expiresOn);
    const days = dueBefore(beforeExpiry, { today, endsOn: expiresOn });
    if (days === null) return;
    if (!(await isFirst(tx, `export.expiring${days}`, certificateId, expiresOn))) return;
    const { exporterId } = application;
    await record(
      tx,
      { system: true },
      {
        kind: "certificate.expiringSoon",
        certificateId,
        applicationId,
        exporterId,
        data: { expiresOn },
      },
    );
  });
}
