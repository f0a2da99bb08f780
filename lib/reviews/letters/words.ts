import { createTranslator } from "next-intl";
import { officeEmail, officePhone } from "@/lib/office";
import type { LetterTexts } from "@/lib/reviews/letters/texts";
import type { Language } from "@/prisma/generated/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const messages = { en, fr };

/** What is around the paragraphs of a letter in one language. Plain texts: they travel to the preview in the browser. */
export type LetterWords = ReturnType<typeof letterWords>;

export function letterWords(language: Language, texts: LetterTexts) {
  const t = createTranslator({
    locale: language,
    messages: messages[language],
    namespace: "letters",
  });
  return {
    language,
    texts,
    office: t("office"),
    sender: [t("department"), t("street"), t("city")],
    /** {name} */
    attention: t.raw("attention") as string,
    /** {number} */
    noticeSubject: t.raw("noticeSubject") as string,
    rejectionSubject: t.raw("rejectionSubject") as string,
    reasons: t("reasons"),
    asWritten: t("asWritten"),
    officer: t("officer"),
    authorized: t("authorized"),
    foot: t("foot", { email: officeEmail, phone: officePhone }),
  };
}
