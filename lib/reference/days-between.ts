import { addDays } from "@/lib/calendar";
import { dayIn, isBefore } from "@/lib/forms/dates";
import { startOfDay } from "@/lib/reference/working-time";

/**
 * From the beginning of one day to the end of another, as they were typed; null where neither can be read. An end
 * before the beginning counts as one that cannot be read.
 */
export function daysBetween(from: string, until: string): { gte?: Date; lt?: Date } | null {
  const first = withinReason(dayIn(from).day);
  const end = withinReason(dayIn(until).day);
  const last = isBefore(end, first) ? null : end;
  if (!first && !last) return null;
  return {
    ...(first ? { gte: startOfDay(first) } : {}),
    ...(last ? { lt: startOfDay(addDays(last, 1)) } : {}),
  };
}

/** Nothing happened before there was a portal, and clocks and databases disagree about the first years. */
const withinReason = (day: string | null) => (day && day < "2000" ? "2000-01-01" : day);
