import { createTranslator } from "next-intl";
import type { Section } from "@/lib/applications/sections";
import { showDate } from "@/lib/forms/dates";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Locale, Pathname } from "@/lib/i18n/routing";
import { pageAddress } from "@/lib/mail/addresses";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

/** What a template needs to speak one language. */
export type Words = ReturnType<typeof wordsOf>;

const messages = { en, fr };

/** `origin` is PORTAL_URL. */
export function wordsOf(locale: Locale, origin: string) {
  const say = createTranslator({ locale, messages: messages[locale], namespace: "mail" });
  const names = createTranslator({ locale, messages: messages[locale], namespace: "sections" });
  const format = formatterFor(locale);
  return {
    locale,
    say,
    section: (section: Section) => names(section),
    address: (pathname: Pathname, parameters?: Readonly<Record<string, string>>) =>
      pageAddress(origin, locale, pathname, parameters),
    list: (items: readonly string[] = []) => format.list(items),
    /** A calendar date given as YYYY-MM-DD. */
    date: (iso: string) => showDate(iso, locale),
    /** An ISO instant, on the office's clock. */
    time: (iso: string) => {
      const at = new Date(iso);
      const date = format.dateTime(at, { dateStyle: "long" });
      return say("time", { date, time: format.time24(at) });
    },
  };
}
