import { getTranslations } from "next-intl/server";
import { dateInOttawa, todayInOttawa } from "@/lib/clock";
import { isGround } from "@/lib/reviews/grounds";
import { letterWords, type LetterWords } from "@/lib/reviews/letters/words";
import { getLetterTexts } from "@/lib/reviews/queries/letter-texts";
import { getLetterSigner } from "@/lib/reviews/queries/letters-of";
import type { Review } from "@/lib/reviews/queries/find-review";

/** What the preview of a letter needs: whose application it is, who signs, and the words of both languages. */
export async function letterProps(review: Review, signerId: string) {
  const { snapshot, submitter } = review;
  const t = await getTranslations("office.letter");
  const day = todayInOttawa();
  const texts = await getLetterTexts(day);
  const { language } = submitter;
  const other = language === "en" ? "fr" : "en";
  const both: readonly [LetterWords, LetterWords] = [
    letterWords(language, texts[language]),
    letterWords(other, texts[other]),
  ];
  return {
    words: { title: t("title"), other: t(`other.${other}`), empty: t("empty") },
    facts: {
      number: review.number,
      exporterName: snapshot.applicant.legalName,
      attention: submitter.name,
      language,
      day,
      submittedOn: dateInOttawa(new Date(snapshot.submittedAt)),
      by: await getLetterSigner(signerId),
    },
    letterWords: both,
  };
}

/** The letter of rejection as the recommendation drafts it, signed by whoever reads it. */
export async function rejectionLetterProps(review: Review, signerId: string) {
  const { facts, ...props } = await letterProps(review, signerId);
  const { ground, reasons } = review.recommendation ?? { ground: null, reasons: "" };
  return { ...props, facts: { ...facts, ground: isGround(ground) ? ground : null, reasons } };
}
