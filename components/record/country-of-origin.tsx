import { useLocale, useTranslations } from "next-intl";
import type { AnswerNames } from "@/lib/applications/answer-names";
import type { Answers } from "@/lib/applications/answers";
import { deriveOrigin } from "@/lib/applications/origin";
import { countryNames, nameIn } from "@/lib/reference/lookups";

/** The country of origin that the certificate will show (R23), from the rows as saved. */
export function CountryOfOrigin({ answers, names }: { answers: Answers; names: AnswerNames }) {
  const t = useTranslations("application.origin.derived");
  const locale = useLocale();
  const derived = deriveOrigin(answers.origin?.origins ?? [], names.certificates);
  const nameOf = (code: string) => nameIn(countryNames(names.reference, code), locale);
  switch (derived.kind) {
    case "none":
      return t("none");
    case "unknown":
      return t("unknown");
    case "single":
      return nameOf(derived.participant);
    case "mixed":
      return t("mixed", { list: derived.participants.map(nameOf).join("; ") });
  }
}
