"use client";

import { LetterPair } from "@/app/[locale]/(officer)/office/_desk/letter-pair";
import { useFormAnswer } from "@/components/form/form-context";
import { readDate } from "@/lib/forms/dates";
import { noticeLetter, type LetterFacts } from "@/lib/reviews/letters/notice-letter";
import type { LetterWords } from "@/lib/reviews/letters/words";
import type { ReturnReason } from "@/lib/reference/types";
import { rowsOf } from "./rows";

interface Props {
  words: Record<"title" | "other" | "empty", string>;
  facts: LetterFacts;
  /** The applicant's language first. */
  letterWords: readonly [LetterWords, LetterWords];
  /** What the reader came with, before the first press. */
  initial: Readonly<Record<string, string>>;
  /** What can be asked, in the two languages in their order. */
  places: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>];
  reasons: readonly ReturnReason[];
}

/** The notice as it will be sent, from what was typed when a button was last pressed. */
export function NoticePreview(props: Props) {
  const { words, facts, letterWords, places, reasons } = props;
  const { values } = useFormAnswer();
  const typed = values ?? props.initial;
  const due = readDate(typed["dueOn"] ?? "");
  const letterIn = (words: LetterWords, names: Readonly<Record<string, string>>) => {
    const requests = rowsOf(typed).flatMap((row) => {
      const said = (field: string) => typed[`requests[${row}].${field}`]?.trim() ?? "";
      const reason = reasons.find(({ code }) => code === said("reasonCode"));
      const about = names[said("place")];
      const own = said("reason");
      if (!about || (!reason && !own)) return [];
      const chosen = words.language === "fr" ? reason?.textFr : reason?.textEn;
      return [{ about, reason: chosen ?? null, own }];
    });
    return noticeLetter({ ...facts, requests, dueOn: due.ok ? due.value : null }, words);
  };
  return (
    <LetterPair
      {...words}
      letters={[letterIn(letterWords[0], places[0]), letterIn(letterWords[1], places[1])]}
    />
  );
}
