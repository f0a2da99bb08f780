import { showDate } from "@/lib/forms/dates";
import type { Ground } from "@/lib/reviews/grounds";
import type { Letter } from "@/lib/reviews/letters/letter";
import { around, type LetterFacts } from "@/lib/reviews/letters/notice-letter";
import { fill } from "@/lib/reviews/letters/texts";
import type { LetterWords } from "@/lib/reviews/letters/words";

export interface RejectionFacts extends LetterFacts {
  /** ISO day. */
  readonly submittedOn: string;
  /** Null while it is not chosen yet. */
  readonly ground: Ground | null;
  readonly reasons: string;
}

/** The letter of rejection (Act, s. 9(1)(c) or s. 10) in one language; the reasons as they were written. */
export function rejectionLetter(facts: RejectionFacts, words: LetterWords): Letter {
  const { number, ground, reasons } = facts;
  const { language, texts } = words;
  const opening =
    ground === "not_remedied" ? texts.rejection_opening_not_remedied : texts.rejection_opening;
  return {
    ...around(facts, words, words.authorized),
    subject: fill(words.rejectionSubject, { number }),
    blocks: [
      {
        kind: "text",
        text: fill(opening, { number, date: showDate(facts.submittedOn, language) }),
      },
      ...(ground ? [{ kind: "text", text: texts[`ground_${ground}`] } as const] : []),
      { kind: "written", heading: words.reasons, lines: reasons.split(/\r?\n/) },
      ...(facts.language === language ? [] : [{ kind: "text", text: words.asWritten } as const]),
      { kind: "text", text: texts.rejection_close },
    ],
  };
}
