import { dateInOttawa } from "@/lib/clock";
import { promisedHours, workedBetween } from "@/lib/reference/working-time";
import type { Calendar } from "@/lib/reference/types";
import type { ClockSide } from "@/prisma/generated/enums";

/** What the database keeps: for how long an application was with which side, and the promised time. */
interface Kept {
  readonly clock: readonly {
    readonly side: ClockSide;
    readonly from: Date;
    readonly until: Date | null;
  }[];
  readonly dueAt: Date | null;
}

export interface ClockFigures {
  /** For whom it runs now; null for a draft and after the end. */
  readonly running: ClockSide | null;
  /** Since when it runs for that side. */
  readonly since: Date | null;
  /** Working minutes with the office, of all its turns. */
  readonly withOffice: number;
  /** The exporter's turns: working minutes of the office, and days by the calendar. */
  readonly withExporter: number;
  readonly daysWithExporter: number;
  /** By when the office promises to decide; null while its clock stands. */
  readonly promisedAt: Date | null;
  /** Working minutes left until then, and those by which it is late. */
  readonly left: number;
  readonly lateBy: number;
  readonly late: boolean;
  /** When the office's clock stopped, if it does not run now. */
  readonly stoppedAt: Date | null;
}

/** One business day in working minutes: what `left` begins with. */
export const promisedMinutes = promisedHours * 60;

/** What both sides are shown of the clock, computed anew whenever somebody looks. Intervals oldest first. */
export function clockOf({ clock, dueAt }: Kept, now: Date, calendar: Calendar): ClockFigures {
  const open = clock.find(({ until }) => until === null);
  const running = open?.side ?? null;
  const of = (side: ClockSide) => clock.filter((interval) => interval.side === side);
  const worked = (side: ClockSide) =>
    of(side).reduce((sum, { from, until }) => sum + workedBetween(from, until ?? now, calendar), 0);
  const promisedAt = running === "office" ? dueAt : null;
  return {
    running,
    since: open?.from ?? null,
    withOffice: worked("office"),
    withExporter: worked("exporter"),
    daysWithExporter: of("exporter").reduce(
      (sum, { from, until }) => sum + daysBetween(from, until ?? now),
      0,
    ),
    promisedAt,
    left: promisedAt ? workedBetween(now, promisedAt, calendar) : 0,
    lateBy: promisedAt ? workedBetween(promisedAt, now, calendar) : 0,
    late: promisedAt !== null && promisedAt < now,
    stoppedAt: running === "office" ? null : (of("office").at(-1)?.until ?? null),
  };
}

/** From Monday to Tuesday is one day, whatever the hours. */
function daysBetween(from: Date, until: Date): number {
  const span = Date.parse(dateInOttawa(until)) - Date.parse(dateInOttawa(from));
  return Math.max(0, Math.round(span / 86_400_000));
}
