import type { Calendar } from "@/lib/reference/types";
import { workingDaysAfter, workingDaysBefore } from "@/lib/reference/working-days";

/** Working days after the export within which an importing authority confirms (rule R36). */
const daysToConfirm = 10;

/** The last day on which a confirmation is in time. */
export const confirmationDue = (exportedOn: string, calendar: Calendar): string =>
  workingDaysAfter(exportedOn, daysToConfirm, calendar);

/** What was exported before this day, and is not confirmed today, is overdue. */
export const overdueBefore = (today: string, calendar: Calendar): string =>
  workingDaysBefore(today, daysToConfirm, calendar);
