import type { Answers } from "@/lib/applications/answers";

/** What decides under which subheading of 71.02 stones belong, in the order in which it is asked. */
export const subheadingQuestions = {
  sorted: ["no", "yes"],
  quality: ["industrial", "gem"],
  worked: ["no", "yes"],
} as const;

export type SubheadingQuestion = keyof typeof subheadingQuestions;
export type SubheadingAnswers = {
  readonly [Q in SubheadingQuestion]?: (typeof subheadingQuestions)[Q][number];
};

/** The next question, or the subheading; stones of one that is not of rough diamonds need no certificate. */
export type SubheadingStep =
  { readonly ask: SubheadingQuestion } | { readonly code: string; readonly rough: boolean };

/**
 * What follows from the answers so far. Unsorted stones are 7102.10 whatever they are; sorted ones are
 * industrial or not; worked beyond sawing, cleaving and bruting they are no rough diamonds (Act, s. 2).
 */
export function subheadingStep({ sorted, quality, worked }: SubheadingAnswers): SubheadingStep {
  if (!sorted) return { ask: "sorted" };
  if (sorted === "no") return { code: "7102.10", rough: true };
  if (!quality) return { ask: "quality" };
  if (!worked) return { ask: "worked" };
  const rough = worked === "no";
  if (quality === "industrial") return { code: rough ? "7102.21" : "7102.29", rough };
  return { code: rough ? "7102.31" : "7102.39", rough };
}

/** The subheadings of the goods, each once, in order. */
export function subheadingsOf({ goods }: Pick<Answers, "goods">): string[] {
  const named = goods?.hsLines?.flatMap(({ subheading }) => subheading ?? []);
  return [...new Set(named)].sort();
}
