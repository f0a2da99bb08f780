import { addDays } from "@/lib/calendar";
import { dayIn } from "@/lib/forms/dates";
import { startOfDay } from "@/lib/reference/working-time";

/** From the beginning of one day to the end of another, as they were typed; null where neither can be read. */
export function daysBetween(from: string, until: string): { gte?: Date; lt?: Date } | null {
  const [first, last] = [withinReason(dayIn(from).day), withinReason(dayIn(until).day)];
  if (!first && !last) return null;
  return {
    ...(first ? { gte: startOfDay(first) } : {}),
    ...(last ? { lt: startOfDay(addDays(last, 1)) } : {}),
  };
}

/** Nothing happened before there was a portal, and clocks and databases disagree about the first years. */
const withinReason = (day: string | null) => (day && day < "2000" ? "2000-01-01" : day);
