import { readDate } from "@/gckey/rules/memorable-date";

export const questions = [
  "firstSchool",
  "firstPet",
  "childhoodFriend",
  "favouriteBook",
  "firstJob",
  "grandmother",
  "birthTown",
  "favouriteTeacher",
] as const;
export type Question = (typeof questions)[number];

/** What is asked for a recovery, as typed. */
export type Answers = { answer: string; person: string; date: string };
export type Hints = { personHint: string; dateHint: string };

export type AnswerRule = "missing" | "short" | "characters";
export type HintRule = "short" | "characters" | "givesAway";

const shortest = 3;

/** What differs only in case, accents, apostrophes or spaces is the same answer. */
export function normalAnswer(answer: string): string {
  return answer
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/gu, " ")
    .trim();
}

const lengthOf = (text: string) => Array.from(text.trim()).length;

export function brokenAnswerRules(answer: string): AnswerRule[] {
  if (!answer.trim()) return ["missing"];
  return [
    ...(lengthOf(answer) < shortest ? (["short"] as const) : []),
    // Names have apostrophes and hyphens.
    ...(/^[\p{L}\p{M}\p{N}\s'\u2019-]*$/u.test(answer) ? [] : (["characters"] as const)),
  ];
}

function givesAway(hint: string, answer: string): boolean {
  const normal = normalAnswer(answer);
  return normal !== "" && normalAnswer(hint).includes(normal);
}

/** `answer` is what the hint must not contain. A hint may be left out. */
export function brokenHintRules(hint: string, answer: string): HintRule[] {
  if (!hint.trim()) return [];
  const date = readDate(answer);
  const figures = hint.replace(/\D/g, "");
  return [
    ...(lengthOf(hint) < shortest ? (["short"] as const) : []),
    ...(/^[\p{L}\p{M}\p{N}\s'\u2019,.?-]*$/u.test(hint) ? [] : (["characters"] as const)),
    ...(givesAway(hint, answer) || (date && figures.includes(date.replaceAll("-", "")))
      ? (["givesAway"] as const)
      : []),
  ];
}

/** What is hashed: the three answers in the form in which they are compared. */
export function answersKey({ answer, person, date }: Answers): string {
  return JSON.stringify([
    normalAnswer(answer),
    normalAnswer(person),
    readDate(date) ?? date.trim(),
  ]);
}
