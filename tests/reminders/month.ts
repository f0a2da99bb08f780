import type { Act } from "./acts";

/*
 * The month of the simulation: October 12 to November 13, 2026. In Ottawa the clocks go back on November 1 at two. Nothing here
 * asks the portal what day it is.
 */

const first = "2026-10-12";
const last = "2026-11-13";
const back = "2026-11-01";

/** On these days no worker runs. */
export const away = ["2026-10-18", "2026-10-28"];

/** So many days later. */
export const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The instant at which Ottawa's clocks show this, from three in the morning on the day on which they go back. */
export const ottawa = (day: string, time: string): string =>
  new Date(Date.parse(`${day}T${time}:00Z`) + (day < back ? 4 : 5) * 3_600_000).toISOString();

export interface Moment {
  readonly day: string;
  readonly time: string;
  readonly at: string;
}

/** On these they look before half past seven as well. */
const early = ["2026-10-22", "2026-10-26", "2026-11-06"];

/** When workers look: before and after eight, after noon and in the evening, and in the night of the change. */
export function moments(): Moment[] {
  const found: Moment[] = [];
  for (let day = first; day <= last; day = later(day, 1)) {
    const before = [...(day === back ? ["01:30"] : []), ...(early.includes(day) ? ["07:20"] : [])];
    for (const time of [...before, "07:50", "08:10", "14:00", "20:30"]) {
      if (time !== "01:30") found.push({ day, time, at: ottawa(day, time) });
      // Half past one comes twice on that night.
      else
        for (const hour of ["05", "06"]) {
          found.push({ day, time, at: `${day}T${hour}:30:00.000Z` });
        }
    }
  }
  return found;
}

/** What people do, and when: at a moment of the list. */
export interface Planned {
  readonly day: string;
  readonly time: string;
  readonly act: Act;
}

/** What is to be said of a record, and on which day; `perhaps` where somebody acts at that very moment. */
export interface Expected {
  readonly kind: string;
  readonly recordId: string;
  /** The day that it is about. */
  readonly period: string;
  /** When it is due, if a worker is there. */
  readonly on: string;
  readonly perhaps?: true;
}

/** When it is said: on that day, in the first turn of the month, or when a worker is back. */
export function saidOn({ on }: Expected): string {
  const day = on < first ? first : on;
  return away.includes(day) ? later(day, 1) : day;
}
