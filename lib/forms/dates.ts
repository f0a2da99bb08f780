import { isCalendarDate } from "@/lib/calendar";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Language } from "@/prisma/generated/enums";

export type DateProblem = "empty" | "notUnderstood" | "ambiguous" | "noSuchDay";

export type DateReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: DateProblem; readonly readings?: readonly string[] };

const months: readonly (readonly string[])[] = [
  ["january", "janvier", "jan", "janv"],
  ["february", "fevrier", "feb", "fevr", "fev"],
  ["march", "mars", "mar"],
  ["april", "avril", "apr", "avr"],
  ["may", "mai"],
  ["june", "juin", "jun"],
  ["july", "juillet", "jul", "juil"],
  ["august", "aout", "aug"],
  ["september", "septembre", "sep", "sept"],
  ["october", "octobre", "oct"],
  ["november", "novembre", "nov"],
  ["december", "decembre", "dec"],
];

const weekdays = [
  ["sunday", "dimanche"],
  ["monday", "lundi"],
  ["tuesday", "mardi"],
  ["wednesday", "mercredi"],
  ["thursday", "jeudi"],
  ["friday", "vendredi"],
  ["saturday", "samedi"],
];

/**
 * Reads a calendar date as people write it in either language: 2026-11-21, 21 November 2026,
 * November 21, 2026, 21 nov. 2026, 1er mars 2026, 21/11/2026. Figures that could be two days
 * (03/04/2026) are refused with both readings. `value` is ISO.
 */
export function readDate(typed: string): DateReading {
  const written = typed
    .slice(0, 60)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[‐‑–—−]/gu, "-")
    .replace(/[\s\u200B\u2060,]+/gu, " ")
    .replace(/^ | $|\.? ?$/gu, "");
  if (written === "") return { ok: false, problem: "empty" };
  const [first = ""] = /^[a-z]+/.exec(written.replace(/^le /, "")) ?? [];
  const weekday = weekdays.findIndex((names) => names.includes(first));
  if (weekday < 0) return readDay(written);
  const reading = readDay(written.replace(/^le /, "").slice(first.length).trim());
  if (!reading.ok) return reading;
  // Of a weekday and a date that do not agree, one is wrong.
  const agrees = new Date(`${reading.value}T00:00:00Z`).getUTCDay() === weekday;
  return agrees ? reading : { ok: false, problem: "noSuchDay" };
}

/** A day as somebody typed it into a filter, or null; where it cannot be read, why, and its two readings. */
export function dayIn(text: string): {
  day: string | null;
  problem: DateProblem | null;
  readings: readonly string[];
} {
  const reading = readDate(text);
  if (reading.ok) return { day: reading.value, problem: null, readings: [] };
  const { problem, readings = [] } = reading;
  return { day: null, problem: problem === "empty" ? null : problem, readings };
}

/** Whether two days that were read are the wrong way round. */
export const isBefore = (day: string | null, first: string | null): boolean =>
  day !== null && first !== null && day < first;

function readDay(text: string): DateReading {
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);

  const dayFirst =
    /^(?:le |the )?(\d{1,2}) ?(?:er|e|st|nd|rd|th)?(?: of)?[-/. ]([a-z]+)\.?[-/. ](\d{4})$/.exec(
      text,
    );
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([a-z]+)\.?[-/ ](\d{1,2})(?:st|nd|rd|th)?[-/ ](\d{4})$/.exec(text);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearFirst = /^(\d{4})[-/ ]([a-z]+)\.?[-/ ](\d{1,2})$/.exec(text);
  if (yearFirst) return named(yearFirst[1], yearFirst[2], yearFirst[3]);

  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (figures) {
    const [, a, b, year] = figures;
    return onlyOne([day(year, b, a), day(year, a, b)]);
  }
  const bare = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!bare) return { ok: false, problem: "notUnderstood" };
  const [, a = "", b = "", c = "", d = ""] = bare;
  return onlyOne(
    [day(a + b, c, d), day(c + d, b, a), day(c + d, a, b)].filter(
      (reading) => reading.ok && /^(?:19|20)/.test(reading.value),
    ),
  );
}

/** What figures stand for, where only one day is possible. */
function onlyOne(possible: readonly DateReading[]): DateReading {
  const readings = [...new Set(possible.flatMap((one) => (one.ok ? [one.value] : [])))];
  const [first, second] = readings;
  if (first === undefined) return { ok: false, problem: "noSuchDay" };
  if (second !== undefined) return { ok: false, problem: "ambiguous", readings };
  return { ok: true, value: first };
}

function named(year: string | undefined, month: string | undefined, dayText: string | undefined) {
  const index = months.findIndex((names) => names.includes(month ?? ""));
  if (index < 0) return { ok: false, problem: "notUnderstood" } as const;
  return day(year, String(index + 1), dayText);
}

function day(year = "", month = "", dayOfMonth = ""): DateReading {
  const value = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return isCalendarDate(value) ? { ok: true, value } : { ok: false, problem: "noSuchDay" };
}

/** A calendar date in the reader's words: March 2, 2026; 2 mars 2026 (1er for the first). */
export function showDate(iso: string, locale: Language): string {
  const instant = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return iso;
  return formatterFor(locale).dateTime(instant, { dateStyle: "long", timeZone: "UTC" });
}
