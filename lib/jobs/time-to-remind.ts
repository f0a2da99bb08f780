import { addDays } from "@/lib/calendar";
import { hourInOttawa, now } from "@/lib/clock";

/** The hour in Ottawa from which people are reminded: nobody is written to at night. */
const morning = 8;

export const isTimeToRemind = (): boolean => hourInOttawa(now()) >= morning;

/** Days before an end on which people hear of it. */
export const beforeEnd = [14, 3] as const;

/**
 * How many days before the end it is time to speak of today: the smallest whose day has come, so that one that was
 * missed while no worker ran is made up until the next one is due. Null before the first, after the end, and
 * where people heard of the end on that day or later.
 */
export function dueBefore(
  days: readonly number[],
  { today, endsOn, toldOn = null }: { today: string; endsOn: string; toldOn?: string | null },
): number | null {
  if (today > endsOn) return null;
  const due = days.filter((each) => addDays(endsOn, -each) <= today);
  const nearest = due.length > 0 ? Math.min(...due) : null;
  if (nearest === null || (toldOn !== null && toldOn >= addDays(endsOn, -nearest))) return null;
  return nearest;
}
