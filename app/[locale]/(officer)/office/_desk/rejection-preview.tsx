"use client";

import { LetterPair } from "./letter-pair";
import { useFormAnswer } from "@/components/form/form-context";
import { isGround } from "@/lib/reviews/grounds";
import { rejectionLetter, type RejectionFacts } from "@/lib/reviews/letters/rejection-letter";
import type { LetterWords } from "@/lib/reviews/letters/words";

interface Props {
  words: Record<"title" | "other" | "empty", string>;
  /** What is known before anything is typed. */
  facts: RejectionFacts;
  /** The applicant's language first. */
  letterWords: readonly [LetterWords, LetterWords];
}

/** The letter of rejection as it will be sent, from what was typed when a button was last pressed. */
export function RejectionPreview({ words, facts, letterWords: [first, second] }: Props) {
  const { values } = useFormAnswer();
  const { ground, reasons } = values ?? {};
  const now = {
    ...facts,
    ground: isGround(ground) ? ground : facts.ground,
    reasons: (reasons ?? facts.reasons).trim(),
  };
  return (
    <LetterPair {...words} letters={[rejectionLetter(now, first), rejectionLetter(now, second)]} />
  );
}
