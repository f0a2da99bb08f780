/** The two languages of every certificate. */
export type Language = "en" | "fr";

/** One text in both official languages. */
export type Bilingual = Readonly<Record<Language, string>>;

const MONTHS = {
  en: "January February March April May June July August September October November December".split(
    " ",
  ),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(
    " ",
  ),
} as const;

/** No-break space: the French group mark, in all our documents. */
export const NBSP = "\u00A0";

/** A mass in carats, or any other decimal with two places, in the language's convention, without its unit. */
export function formatDecimal(value: string, language: Language): string {
  const [whole = "", cents = ""] = value.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, language === "en" ? "," : NBSP);
  return `${groups}${language === "en" ? "." : ","}${cents}`;
}

/** A value in United States dollars, never to be taken for Canadian ones. */
export function formatUsd(value: string, language: Language): string {
  const figure = formatDecimal(value, language);
  return language === "en" ? `US$${figure}` : `${figure}${NBSP}$${NBSP}US`;
}

/** A calendar date in words: 1 March 2026, 1er mars 2026. */
export function formatLongDate(iso: string, language: Language): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  const number = language === "fr" && day === "01" ? "1er" : String(Number(day));
  return `${number} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
}

/** "Belgium / Belgique", or the one word when both languages agree. */
export function bothLanguages({ en, fr }: Bilingual): string {
  return en === fr ? en : `${en} / ${fr}`;
}

/** Hundredths of a decimal string with two places, exact at any size. */
export function hundredths(value: string): bigint {
  return BigInt(value.replace(".", ""));
}
