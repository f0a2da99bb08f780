import { grounds } from "@/lib/reviews/grounds";
import type { Language } from "@/prisma/generated/enums";

/** The paragraphs of the office's letters, which an administrator words (LetterText.kind). */
export const letterKinds = [
  "notice_opening", // {number}
  "notice_answer", // {date}: the day to answer by
  "notice_close",
  "rejection_opening", // {number}, {date}: of the submission; s. 9(1)(c)
  "rejection_opening_not_remedied", // the same under s. 10
  "rejection_close",
  ...grounds.map((ground) => `ground_${ground}` as const),
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** The paragraphs in one language, as they read on a day. */
export type LetterTexts = Readonly<Record<LetterKind, string>>;

/** Both languages of the paragraphs. */
export type LetterTextsIn = Readonly<Record<Language, LetterTexts>>;

/** A paragraph with what belongs in its places: "{number}". What is not named stays as it is. */
export function fill(text: string, places: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
}
