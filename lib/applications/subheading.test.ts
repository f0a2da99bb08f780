import { expect, test } from "vitest";
import { readReferenceFiles } from "@/prisma/seed/reference/files";
import {
  subheadingQuestions,
  subheadingStep,
  type SubheadingAnswers,
} from "@/lib/applications/subheading";

const { sorted, quality, worked } = subheadingQuestions;
/** Every set of answers, unanswered questions included. */
const all: SubheadingAnswers[] = [undefined, ...sorted].flatMap((s) =>
  [undefined, ...quality].flatMap((q) =>
    [undefined, ...worked].map((w) => ({
      ...(s ? { sorted: s } : {}),
      ...(q ? { quality: q } : {}),
      ...(w ? { worked: w } : {}),
    })),
  ),
);
const key = ({ sorted: s, quality: q, worked: w }: SubheadingAnswers) =>
  [s, q, w].map((answer) => answer ?? "–").join(" ");

const expected: Record<string, string> = {
  "– – –": "sorted?",
  "– – no": "sorted?",
  "– – yes": "sorted?",
  "– industrial –": "sorted?",
  "– industrial no": "sorted?",
  "– industrial yes": "sorted?",
  "– gem –": "sorted?",
  "– gem no": "sorted?",
  "– gem yes": "sorted?",
  "no – –": "7102.10",
  "no – no": "7102.10",
  "no – yes": "7102.10",
  "no industrial –": "7102.10",
  "no industrial no": "7102.10",
  "no industrial yes": "7102.10",
  "no gem –": "7102.10",
  "no gem no": "7102.10",
  "no gem yes": "7102.10",
  "yes – –": "quality?",
  "yes – no": "quality?",
  "yes – yes": "quality?",
  "yes industrial –": "worked?",
  "yes industrial no": "7102.21",
  "yes industrial yes": "7102.29, no certificate",
  "yes gem –": "worked?",
  "yes gem no": "7102.31",
  "yes gem yes": "7102.39, no certificate",
};

test("every set of answers leads to one question or one subheading", () => {
  const found = all.map((answers) => {
    const step = subheadingStep(answers);
    const says =
      "ask" in step ? `${step.ask}?` : step.rough ? step.code : `${step.code}, no certificate`;
    return [key(answers), says];
  });
  expect(Object.fromEntries(found)).toEqual(expected);
});

test("what it calls rough diamonds is what the reference data call so, and it reaches each", () => {
  const reached = all.flatMap((answers) => {
    const step = subheadingStep(answers);
    return "ask" in step ? [] : [[step.code, step.rough] as const];
  });
  const { subheadings } = readReferenceFiles();
  expect(new Map(reached)).toEqual(
    new Map(subheadings.map(({ code, roughDiamond }) => [code, roughDiamond])),
  );
});
