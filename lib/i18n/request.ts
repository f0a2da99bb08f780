import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { officeZone } from "@/lib/clock";
import { routing } from "@/lib/i18n/routing";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

// A test holds the two to the same keys and the same blanks.
const messages = { en, fr: fr as typeof en };

/** The office's clock and the reader's language, for every page. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return { locale, messages: messages[locale], timeZone: officeZone };
});
