import { addDays } from "@/lib/calendar";

/** Calendar days after the import within which the original is sent to the Minister (Regulations, s. 8). */
export const daysToSend = 7;

export function originalDueOn(importedOn: string): string {
  return addDays(importedOn, daysToSend);
}

/** The last day of import whose original is late today. */
export function lateBefore(today: string): string {
  return addDays(today, -daysToSend - 1);
}

/** Whole days from one calendar day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Where the original of an import stands on a day; `days` are those since the import, `late` those after the due day. */
export function originalState(
  { importedOn, originalReceivedOn }: { importedOn: string; originalReceivedOn: string | null },
  today: string,
) {
  const due = originalDueOn(importedOn);
  const days = daysBetween(importedOn, originalReceivedOn ?? today);
  const late = Math.max(0, days - daysToSend);
  const state = originalReceivedOn ? "received" : late > 0 ? "overdue" : "awaited";
  return { state, due, days, late } as const;
}
