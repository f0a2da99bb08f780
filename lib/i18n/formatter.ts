import { useLocale } from "next-intl";
import { officeZone } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/routing";

const written = { en: "en", fr: "fr-CA" } as const;

/** Dates, times and lists as they are written in Canada, on the office's clock: 2:41 PM; 14 h 41, le 1er mars. */
export function formatterFor(locale: Locale) {
  function dateTime(instant: Date, style: Intl.DateTimeFormatOptions): string {
    const shown = dateFormat(locale, style).format(instant);
    if (locale === "en") return shown;
    return shown.replace(/(\d) h (\d)/, "$1\u00A0h\u00A0$2").replace(/\b1 (?=\p{L}{3})/u, "1er ");
  }
  return {
    dateTime,
    /** The time by 24 hours, for officers and papers: 14:41; 14 h 41. */
    time24: (instant: Date): string =>
      dateTime(instant, { hour: "numeric", minute: "2-digit", hourCycle: "h23" }),
    list: (items: readonly string[]): string => new Intl.ListFormat(written[locale]).format(items),
  };
}

/** Making a format takes longer than using it, and the pages use a dozen. */
const made = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(style);
  const format =
    made.get(key) ?? new Intl.DateTimeFormat(written[locale], { timeZone: officeZone, ...style });
  made.set(key, format);
  return format;
}

/** Instead of next-intl's own, whose French is that of France. */
export function useFormatter() {
  return formatterFor(useLocale());
}
