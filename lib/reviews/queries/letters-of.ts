import "server-only";
import { createTranslator } from "next-intl";
import { placeWords } from "@/lib/applications/place-words";
import { readSnapshot, type Snapshot } from "@/lib/applications/snapshot";
import { dateInOttawa, isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { fullName } from "@/lib/people/name";
import { isGround } from "@/lib/reviews/grounds";
import type { Letter } from "@/lib/reviews/letters/letter";
import { noticeLetter } from "@/lib/reviews/letters/notice-letter";
import { rejectionLetter } from "@/lib/reviews/letters/rejection-letter";
import { letterWords, type LetterWords } from "@/lib/reviews/letters/words";
import { getLetterTexts } from "@/lib/reviews/queries/letter-texts";
import { Language } from "@/prisma/generated/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const messages = { en, fr };

/** The letters of something that was decided, in both languages, and when it was. */
interface Letters {
  readonly letters: readonly Letter[];
  readonly at: Date;
}

const signer = { select: { firstName: true, lastName: true, title: true, titleFr: true } } as const;
const submission = {
  snapshot: true,
  submittedAt: true,
  submittedBy: { select: { language: true } },
  application: { select: { paperLanguage: true } },
} as const;

/** The notice of deficiency on a submission, from its requests as they were kept. */
export async function noticeOf(submissionId: string): Promise<Letters> {
  const found = await db().submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { ...submission, version: true, applicationId: true },
  });
  const requests = await db().changeRequest.findMany({
    where: { applicationId: found.applicationId, submissionVersion: found.version },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    include: { askedBy: signer },
  });
  const [first] = requests;
  if (!first) throw new Error(`No notice on submission ${submissionId}`);
  const at = first.askedAt;
  const snapshot = readSnapshot(found.snapshot);
  const facts = factsOf(snapshot, languageOf(found), at, first.askedBy);
  const letters = await inBoth(at, (words) => {
    const { language } = words;
    const say = createTranslator({ locale: language, messages: messages[language] });
    return noticeLetter(
      {
        ...facts,
        dueOn: first.dueOn && isoDate(first.dueOn),
        requests: requests.map((request) => ({
          about: placeWords(snapshot, request, say),
          reason: language === "fr" ? request.reasonFr : request.reasonEn,
          own: request.reason,
        })),
      },
      words,
    );
  });
  return { letters, at };
}

/** The letter of a rejection. */
export async function rejectionOf(decisionId: string): Promise<Letters> {
  const decision = await db().decision.findUniqueOrThrow({
    where: { id: decisionId },
    select: {
      reasons: true,
      ground: true,
      signedAt: true,
      signedBy: signer,
      recommendation: { select: { submission: { select: submission } } },
    },
  });
  const { submission: decided } = decision.recommendation;
  const { snapshot: stored, submittedAt } = decided;
  const facts = factsOf(
    readSnapshot(stored),
    languageOf(decided),
    decision.signedAt,
    decision.signedBy,
  );
  const letters = await inBoth(decision.signedAt, (words) =>
    rejectionLetter(
      {
        ...facts,
        submittedOn: dateInOttawa(submittedAt),
        ground: isGround(decision.ground) ? decision.ground : null,
        reasons: decision.reasons ?? "",
      },
      words,
    ),
  );
  return { letters, at: decision.signedAt };
}

/** In which language the applicant is written to first. */
function languageOf(found: {
  submittedBy: { language: Language };
  application: { paperLanguage: Language | null };
}): Language {
  return found.application.paperLanguage ?? found.submittedBy.language;
}

/** An officer as they sign a letter. */
export async function getLetterSigner(userId: string) {
  return signerOf(await db().user.findUniqueOrThrow({ where: { id: userId }, ...signer }));
}

function signerOf(person: {
  firstName: string;
  lastName: string;
  title: string | null;
  titleFr: string | null;
}) {
  return { name: fullName(person), title: { en: person.title, fr: person.titleFr } };
}

function factsOf(
  snapshot: Snapshot,
  language: Language,
  at: Date,
  by: Parameters<typeof signerOf>[0],
) {
  return {
    number: snapshot.number,
    exporterName: snapshot.applicant.legalName,
    attention: snapshot.applicant.individual.name,
    language,
    day: dateInOttawa(at),
    by: signerOf(by),
  };
}

async function inBoth(at: Date, write: (words: LetterWords) => Letter): Promise<Letter[]> {
  const texts = await getLetterTexts(dateInOttawa(at));
  return Object.values(Language).map((language) => write(letterWords(language, texts[language])));
}
