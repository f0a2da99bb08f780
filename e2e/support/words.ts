import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/routing";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const messages = { en, fr };

export type Words = ReturnType<typeof wordsOf>;

/** The portal's own words, so that one journey is walked in both languages. */
export function wordsOf(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale], timeZone: "America/Toronto" });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A name that begins so; any white space is as good as another. */
export const beginning = (text: string) =>
  new RegExp(`^${escaped(text.trim()).replace(/\s+/g, String.raw`\s+`)}`);

/** The name of a field: its label, then whether it is required. */
export const labelled = (text: string) =>
  new RegExp(`^${escaped(text.trim()).replace(/\s+/g, String.raw`\s+`)}\\s+\\(`);
