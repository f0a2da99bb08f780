import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import type { Named } from "@/lib/reference/types";
import type { Language } from "@/prisma/generated/enums";

const messages: Readonly<Record<Language, Words>> = { en, fr };
const both = [messages.en, messages.fr];
/** The portal's words, of whichever language. */
export type Words = Text<typeof en>;
type Text<T> = { readonly [K in keyof T]: T[K] extends string ? string : Text<T[K]> };

/** Words as they are compared: without accents, capitals, marks and what stands in brackets. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/gu, "oe")
    .replace(/\(.*$/u, "")
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();
}

export type ColumnName = keyof Words["application"]["paste"]["columns"];

/** The heading of a column, in the reader's language. */
export function heading(column: ColumnName, locale: Language): string {
  return messages[locale].application.paste.columns[column];
}

/** Which column a heading in either language stands over. */
export function columnOf<C extends ColumnName>(text: string, columns: readonly C[]): C | null {
  const folded = fold(text);
  return (
    columns.find((column) =>
      both.some(({ application }) =>
        [application.paste.columns[column], ...labels(application, column)].some(
          (word) => fold(word) === folded,
        ),
      ),
    ) ?? null
  );
}

/** What else a column may be called: as the form and the summary call it. */
function labels({ origin, answers }: Words["application"], column: ColumnName): string[] {
  if (column === "subheading") return [];
  if (column === "carats") return [origin.carats, origin.caratsToExport, answers.carats];
  return column === "usd" ? [origin.usd, answers.usd, "USD"] : [origin[column]];
}

/** The one of these that a word stands for: its code, or its name in either language. */
export function meant<T>(text: string, of: readonly T[], words: (one: T) => string[]): T[] {
  const folded = fold(text);
  if (folded === "") return [];
  return of.filter((one) => words(one).some((word) => fold(word) === folded));
}

export const namesOf = (named: Named & { readonly code: string }) => [
  named.code,
  named.nameEn,
  named.nameFr,
];

/** Words of the portal in both languages, English first. */
export const inBoth = <T>(of: (words: Words) => T): T[] => both.map(of);

export const inLanguage = (locale: Language, of: (words: Words) => string) => of(messages[locale]);
