import { english } from "./words/english";
import { french } from "./words/french";
import type { Words } from "./words/words";

/** The words of this visit and those of the other language. */
export type Languages = readonly [own: Words, other: Words];

/** The language that the browser wants most of the two. */
export function firstLanguages(wanted: readonly string[]): Languages {
  const first = wanted.find((tag) => /^(?:en|fr)\b/i.test(tag)) ?? "en";
  return /^fr/i.test(first) ? [french, english] : [english, french];
}
