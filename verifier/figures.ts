import { formatDecimal, formatLongDate, formatUsd } from "@/lib/certificates/record/figures";
import type { Words } from "./words/words";

/** `{name}` in a text gives way to what it stands for. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const languageOf = ({ locale }: Words) => (locale === "en-CA" ? "en" : "fr");

export const carats = (value: string, words: Words): string =>
  fill(words.facts.carats, { n: formatDecimal(value, languageOf(words)) });

export const dollars = (value: string, words: Words): string => formatUsd(value, languageOf(words));

export const longDate = (day: string, words: Words): string =>
  formatLongDate(day, languageOf(words));

/** The last moment of a certificate, as it is printed. */
export const endOf = (expires: string, words: Words): string =>
  longDate(expires, words) + words.facts.endOfDay;

/** A moment in UTC: 20 November 2026, 14:30 UTC; 20 novembre 2026 à 14 h 30 UTC. */
export function moment(instant: Date, words: Words): string {
  const [day = "", time = ""] = instant.toISOString().split("T");
  const [hours = "", minutes = ""] = time.split(":");
  return languageOf(words) === "en"
    ? `${longDate(day, words)}, ${hours}:${minutes} UTC`
    : `${longDate(day, words)} à ${Number(hours)}\u00A0h\u00A0${minutes} UTC`;
}

/** How long ago, in the largest unit of which there is one. */
export function ageOf(seconds: number, words: Words): string {
  const { now, minutes, hours, days } = words.age;
  const many = ([one, more]: readonly [string, string], n: number) =>
    fill(n === 1 ? one : more, { n });
  if (seconds < 60) return now;
  if (seconds < 3600) return many(minutes, Math.floor(seconds / 60));
  if (seconds < 86_400) return many(hours, Math.floor(seconds / 3600));
  return many(days, Math.floor(seconds / 86_400));
}
