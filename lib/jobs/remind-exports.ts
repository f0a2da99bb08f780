import "server-only";
import { addDays } from "@/lib/calendar";
import { notAwaited } from "@/lib/certificates/receipt/due";
import { has, reportOf, type Step } from "@/lib/certificates/life/life";
import { afterStandingChange } from "@/lib/certificates/life/standing";
import { dateInOttawa, isoDate, now, todayInOttawa } from "@/lib/clock";
import { db, transaction, type Db } from "@/lib/db";
import { lockCertificate } from "@/lib/documents/report-matter";
import { record } from "@/lib/events/record";
import { isFirst } from "@/lib/jobs/first-reminder";
import { isTimeToRemind } from "@/lib/jobs/time-to-remind";
import type { StepKind } from "@/prisma/generated/enums";

/** Days after the issue on which an exporter is asked whether the shipment has left (rule R33). */
const askAfter = 45;
/** Days after the export on which the paper report is called to mind; two before it is due. */
const warnAfter = 5;

/** With these nothing is asked of the exporter any more. */
const settled: StepKind[] = ["exported", ...notAwaited];

/**
 * In the morning: asks whether a shipment has left that nobody has spoken of, says that a certificate has
 * expired unused, and calls the paper original of an export report to mind, until the office has it. Each
 * once for a certificate and a day, however many workers look and however often.
 */
export async function remindExports(): Promise<void> {
  if (!isTimeToRemind()) return;
  const today = todayInOttawa();
  const due = await db().certificate.findMany({
    where: {
      OR: [
        { steps: { some: { kind: "exported" }, none: { kind: "report_received" } } },
        {
          issuedOn: { lte: new Date(addDays(today, -askAfter)) },
          steps: { none: { kind: { in: settled } } },
        },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of due) await remind(id, today);
}

async function remind(certificateId: string, today: string): Promise<void> {
  // Most have been reminded before: nobody is made to wait for that.
  const before = reminderOf(await read(db(), certificateId), today);
  if (!before) return;
  const said = { kind: `export.${before.kind}`, recordId: certificateId, period: before.dueOn };
  if ((await db().reminder.count({ where: said })) > 0) return;
  await transaction(async (tx) => {
    await lockCertificate(tx, { certificateId });
    const certificate = await read(tx, certificateId);
    const reminder = reminderOf(certificate, today);
    if (!reminder) return;
    if (!(await isFirst(tx, `export.${reminder.kind}`, certificateId, reminder.dueOn))) return;
    const { applicationId, exporterId } = certificate;
    const of = { certificateId, applicationId, exporterId };
    const portal = { system: true } as const;
    if (reminder.kind === "expired") {
      await afterStandingChange(tx, portal, "expired", {
        kind: "certificate.expired",
        ...of,
        data: {},
      });
      return;
    }
    const data = { reminder: reminder.kind, dueOn: reminder.dueOn };
    await record(tx, portal, { kind: "certificate.reportReminded", ...of, data });
  });
}

interface Reminder {
  readonly kind: "ask" | "expired" | "dueSoon" | "overdue";
  readonly dueOn: string;
}

type Read = Awaited<ReturnType<typeof read>>;

/** What is to be said of a certificate today; nothing on the day on which its export was reported. */
function reminderOf({ steps, toldOn, ...certificate }: Read, today: string): Reminder | null {
  const { exportedOn, receivedOn, dueOn } = reportOf(steps, today);
  if (receivedOn !== null) return null;
  if (dueOn !== null && exportedOn !== null) {
    if (toldOn === today) return null;
    if (today > dueOn) return { kind: "overdue", dueOn };
    return today >= addDays(exportedOn, warnAfter) ? { kind: "dueSoon", dueOn } : null;
  }
  if (settled.some((kind) => has(steps, kind))) return null;
  if (certificate.expiresAt <= now()) return { kind: "expired", dueOn: certificate.expiresOn };
  const asked = today >= addDays(certificate.issuedOn, askAfter);
  return asked ? { kind: "ask", dueOn: certificate.expiresOn } : null;
}

async function read(reader: Db, certificateId: string) {
  const found = await reader.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: {
      applicationId: true,
      issuedOn: true,
      expiresOn: true,
      expiresAt: true,
      application: { select: { exporterId: true } },
      steps: { select: { kind: true, on: true, at: true }, orderBy: { id: "asc" } },
    },
  });
  const { issuedOn, expiresOn, application, steps, ...certificate } = found;
  const told = steps.findLast(({ kind }) => kind === "exported");
  return {
    ...certificate,
    ...application,
    issuedOn: isoDate(issuedOn),
    expiresOn: isoDate(expiresOn),
    steps: steps.map(({ kind, on }): Step => ({ kind, on: on && isoDate(on) })),
    toldOn: told ? dateInOttawa(told.at) : null,
  };
}
