import { createTranslator } from "next-intl";
import type { Section } from "@/lib/applications/sections";
import { officeZone } from "@/lib/clock";
import type { Locale, Pathname } from "@/lib/i18n/routing";
import { pageAddress } from "@/lib/mail/addresses";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

/** What a template needs to speak one language. */
export type Words = ReturnType<typeof wordsOf>;

const messages = { en, fr };
const NBSP = "\u00A0";

/** `origin` is PORTAL_URL. */
export function wordsOf(locale: Locale, origin: string) {
  const say = createTranslator({ locale, messages: messages[locale], namespace: "mail" });
  const names = createTranslator({ locale, messages: messages[locale], namespace: "sections" });
  return {
    locale,
    say,
    section: (section: Section) => names(section),
    address: (pathname: Pathname, parameters?: Readonly<Record<string, string>>) =>
      pageAddress(origin, locale, pathname, parameters),
    list: (items: readonly string[] = []) =>
      new Intl.ListFormat(`${locale}-CA`, { type: "conjunction" }).format(items),
    /** A calendar date given as YYYY-MM-DD. */
    date: (iso: string) => day(locale, new Date(`${iso}T12:00:00Z`), "UTC"),
    /** An ISO instant, on the office's clock. */
    time: (iso: string) => {
      const at = new Date(iso);
      return say("time", { date: day(locale, at, officeZone), time: clock(locale, at) });
    },
  };
}

/** 4 December 2026; 4 décembre 2026; the first of a month is 1er in French. */
function day(locale: Locale, at: Date, zone: string): string {
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: zone } as const;
  const shown = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "fr-CA", style).format(at);
  return locale === "fr" ? shown.replace(/^1 /, "1er ").replaceAll(" ", NBSP) : shown;
}

/** 15:42; 15 h 42. */
function clock(locale: Locale, at: Date): string {
  const style = {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: officeZone,
  } as const;
  const shown = new Intl.DateTimeFormat("en-GB", style).format(at);
  return locale === "fr" ? shown.replace(":", `${NBSP}h${NBSP}`) : shown;
}
