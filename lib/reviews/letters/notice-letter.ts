import { showDate } from "@/lib/forms/dates";
import type { Letter } from "@/lib/reviews/letters/letter";
import { fill } from "@/lib/reviews/letters/texts";
import type { LetterWords } from "@/lib/reviews/letters/words";
import type { Language } from "@/prisma/generated/enums";

/** What a letter says about whose application it is, and from whom it comes. */
export interface LetterFacts {
  readonly number: string;
  readonly exporterName: string;
  /** Who submitted. */
  readonly attention: string;
  /** In which an officer writes. */
  readonly language: Language;
  /** ISO days. */
  readonly day: string;
  readonly by: { readonly name: string; readonly title: Readonly<Record<Language, string | null>> };
}

export interface NoticeFacts extends LetterFacts {
  readonly requests: readonly {
    /** In the language of the letter. */
    readonly about: string;
    readonly reason: string | null;
    readonly own: string;
  }[];
  /** Null while it is not chosen yet. */
  readonly dueOn: string | null;
}

/** The notice of deficiency (Act, s. 9(1)(b)) in one language: chosen reasons in it, own words as written. */
export function noticeLetter(facts: NoticeFacts, words: LetterWords): Letter {
  const { number, requests, dueOn } = facts;
  const { language, texts } = words;
  const foreign = facts.language !== language && requests.some(({ own }) => own !== "");
  return {
    ...around(facts, words, words.officer),
    subject: fill(words.noticeSubject, { number }),
    blocks: [
      { kind: "text", text: fill(texts.notice_opening, { number }) },
      {
        kind: "points",
        points: requests.map(({ about, reason, own }) => ({
          about,
          texts: [reason ?? "", ...own.split("\n")].filter((text) => text.trim() !== ""),
        })),
      },
      ...(foreign ? [{ kind: "text", text: words.asWritten } as const] : []),
      ...(dueOn
        ? [
            {
              kind: "text",
              text: fill(texts.notice_answer, { date: showDate(dueOn, language) }),
            } as const,
          ]
        : []),
      { kind: "text", text: texts.notice_close },
    ],
  };
}

/** What every letter has above and below. */
export function around(
  { exporterName, attention, day, by }: LetterFacts,
  words: LetterWords,
  role: string,
): Omit<Letter, "subject" | "blocks"> {
  const { language } = words;
  return {
    language,
    office: words.office,
    sender: words.sender,
    date: showDate(day, language),
    to: [exporterName, ...(attention ? [fill(words.attention, { name: attention })] : [])],
    by: [by.name, by.title[language] || role, words.office].filter((line) => line !== ""),
    foot: words.foot,
  };
}
