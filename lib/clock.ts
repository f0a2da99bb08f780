/** The portal's only clock for what has legal effect: commands and live checks ask it, tests set it. */
let source: () => Date = () => new Date();

/** This instant. */
export function now(): Date {
  return source();
}

/** The calendar date in Ottawa, "2026-11-23": the day on which a rule, a number or a declaration holds. */
export function todayInOttawa(): string {
  return dateInOttawa(now());
}

/** The office's time zone. */
export const officeZone = "America/Toronto";

const ottawa = new Intl.DateTimeFormat("en-CA", {
  timeZone: officeZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar date that an instant has in Ottawa. */
export function dateInOttawa(instant: Date): string {
  const part = Object.fromEntries(ottawa.formatToParts(instant).map((p) => [p.type, p.value]));
  return `${part["year"]}-${part["month"]}-${part["day"]}`;
}

/** The hour, 0 to 23, that the clocks in Ottawa show at an instant. */
export function hourInOttawa(instant: Date): number {
  return Math.floor(minutesInOttawa(instant) / 60);
}

const wall = new Intl.DateTimeFormat("en-CA", {
  timeZone: officeZone,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** How many minutes after midnight the clocks in Ottawa show at an instant. */
export function minutesInOttawa(instant: Date): number {
  const [hours = 0, minutes = 0] = wall.format(instant).split(":").map(Number);
  return hours * 60 + minutes;
}

/** A date of the database (midnight UTC) as text. */
export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** For tests: every later question is answered with this instant; null gives the real clock back. */
export function setClock(instant: Date | null): void {
  source = instant ? () => new Date(instant) : () => new Date();
}
