import { LetterSheet } from "./letter-sheet";
import type { Letter } from "@/lib/reviews/letters/letter";

interface Props {
  title: string;
  /** In the language of whoever applied, then in the other. */
  letters: readonly [Letter, Letter];
  /** What opens the other. */
  other: string;
  empty: string;
}

/** A letter before it is sent: in the applicant's language, the other one below. */
export function LetterPair({ title, letters: [first, second], other, empty }: Props) {
  return (
    <section aria-labelledby="letter-title">
      <h2 id="letter-title">{title}</h2>
      <LetterSheet letter={first} empty={empty} />
      <details>
        <summary>{other}</summary>
        <LetterSheet letter={second} empty={empty} />
      </details>
    </section>
  );
}
