import { ends, type CertificateStanding } from "@/lib/certificates/life/life";
import type { Calendar } from "@/lib/reference/types";
import { workingDaysAfter, workingDaysBefore } from "@/lib/reference/working-days";
import type { StepKind } from "@/prisma/generated/enums";

/** Working days after the export within which an importing authority confirms (rule R36). */
const daysToConfirm = 10;

/** The last day on which a confirmation is in time. */
export const confirmationDue = (exportedOn: string, calendar: Calendar): string =>
  workingDaysAfter(exportedOn, daysToConfirm, calendar);

/** What was exported before this day, and is not confirmed today, is overdue. */
export const overdueBefore = (today: string, calendar: Calendar): string =>
  workingDaysBefore(today, daysToConfirm, calendar);

/** With these no confirmation of an import is waited for. */
export const notAwaited: StepKind[] = ["import_confirmed", ...ends, "lost", "never_exported"];

/** Whether an authority can be asked to confirm: not where the paper came back unused. */
export const mayBeAsked = (standing: CertificateStanding): boolean =>
  standing !== "surrendered" && standing !== "replaced";
