import "server-only";
import { addDays } from "@/lib/calendar";
import { dateInOttawa, isoDate, todayInOttawa } from "@/lib/clock";
import { db, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { originalDueOn } from "@/lib/imports/original";
import { isFirst } from "@/lib/jobs/first-reminder";
import { isTimeToRemind } from "@/lib/jobs/time-to-remind";

/** Days after the import on which the exporter is reminded; two before the original is due. */
const warnAfter = 5;

/**
 * Reminds importers in the morning of the paper original that the office has not noted yet: five days
 * after the import, and when the seven of the Regulations are over. Each once for an import, whether it
 * is announced or already in the register.
 */
export async function remindOriginals(): Promise<void> {
  if (!isTimeToRemind()) return;
  const today = todayInOttawa();
  const imported = { lte: new Date(addDays(today, -warnAfter)) };
  const announced = await db().importAnnouncement.findMany({
    where: { status: { in: ["sent", "returned"] }, importedOn: imported },
    select: { id: true, importedOn: true, sentAt: true },
  });
  for (const { id, importedOn, sentAt } of announced) {
    if (importedOn) await remindOf({ announcementId: id }, isoDate(importedOn), sentAt);
  }
  const registered = await db().importCertificate.findMany({
    where: { originalReceivedOn: null, importedOn: imported },
    select: { id: true, importedOn: true, registeredAt: true },
  });
  for (const { id, importedOn, registeredAt } of registered) {
    await remindOf({ importCertificateId: id }, isoDate(importedOn), registeredAt);
  }
}

type Import = { announcementId: string } | { importCertificateId: string };

/** Not on the day on which they announced it or were told that it is registered: both say when it is due. */
async function remindOf(which: Import, importedOn: string, toldAt: Date | null): Promise<void> {
  const dueOn = originalDueOn(importedOn);
  const reminder = todayInOttawa() > dueOn ? "overdue" : "dueSoon";
  if (toldAt && dateInOttawa(toldAt) === todayInOttawa()) return;
  await transaction(async (tx) => {
    const found = await findAwaited(tx, which);
    if (!found) return;
    const { exporterId, recordId } = found;
    if (!(await isFirst(tx, `original.${reminder}`, recordId, dueOn))) return;
    await record(
      tx,
      { system: true },
      { kind: "import.originalReminded", ...which, exporterId, data: { reminder, dueOn } },
    );
  });
}

/** The import, if its original is still awaited, and the record under which it is noted that it was said. */
async function findAwaited(tx: Tx, which: Import) {
  if ("announcementId" in which) {
    const { announcementId: id } = which;
    const found = await tx.importAnnouncement.findFirst({
      where: { id, status: { in: ["sent", "returned"] } },
      select: { exporterId: true },
    });
    return found && { exporterId: found.exporterId, recordId: id };
  }
  const { importCertificateId: id } = which;
  const found = await tx.importCertificate.findFirst({
    where: { id, originalReceivedOn: null },
    select: { exporterId: true, announcement: { select: { id: true } } },
  });
  // What was said of the announcement is not said again of its certificate.
  return found && { exporterId: found.exporterId, recordId: found.announcement?.id ?? id };
}
