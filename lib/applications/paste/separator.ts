import type { Pasted } from "./pasted";

export type Separator = "\t" | ";" | ",";

/**
 * A spreadsheet separates cells by tabs. A list is separated by semicolons or commas: whichever way it
 * can be understood, since either mark may stand in a note or in an amount; the first cell of a row says
 * which it is, so that no text can be understood in both ways and mean two things.
 */
export function withSeparator<T>(
  text: string,
  read: (separator: Separator) => Pasted<T>,
): Pasted<T> {
  const bare = text.replace(/"[^"]*"/gu, "");
  if (bare.includes("\t")) return read("\t");
  const [likely, other] = bare.includes(";") ? ([";", ","] as const) : ([",", ";"] as const);
  const first = read(likely);
  if (first.ok) return first;
  const second = read(other);
  return second.ok ? second : first;
}
