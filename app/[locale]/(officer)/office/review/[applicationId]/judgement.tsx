import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField } from "@/components/form/choice-field";
import { TextArea } from "@/components/form/text-area";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { questions } from "@/lib/reviews/checklist";
import type { Review } from "@/lib/reviews/queries/find-review";
import { reviewLimits } from "@/lib/reviews/schema";

/** The three questions that only a person can answer, and the reasons for the signatory. */
export async function Judgement({ review }: { review: Review }) {
  const t = await getTranslations("office.review.judge");
  const acts = await getTranslations("office.review.acts");
  const locale = await getLocale();
  const code = review.snapshot.answers.consignee?.consignee?.country ?? "";
  const country = nameIn(countryNames(review.facts.reference, code), locale);
  return (
    <section>
      <h2>{t("title")}</h2>
      {questions.map((question) => (
        <ChoiceField
          key={question}
          name={question}
          label={question === "consigneePlausible" ? t(question, { country }) : t(question)}
          required
          inline
          choices={[
            { value: "yes", text: t("yes") },
            { value: "no", text: t("no") },
          ]}
        />
      ))}
      <TextArea
        name="reasons"
        label={acts("reasons")}
        hint={acts("reasonsHint")}
        required
        rows={3}
        maxLength={reviewLimits.reasons}
      />
    </section>
  );
}
