import { useTranslations } from "next-intl";
import { ChoiceField } from "@/components/form/choice-field";
import { TextField } from "@/components/form/text-field";
import { decisions } from "@/lib/reviews/checklist";
import { reviewLimits } from "@/lib/reviews/schema";

interface Props {
  rule: string;
  /** Whether taking note is enough. */
  notable: boolean;
}

/** What the officer decides about the findings of a rule, and why; or the way to ask the exporter. */
export function Disposition({ rule, notable }: Props) {
  const t = useTranslations("office.review.decide");
  const choices = decisions.filter((decision) => notable || decision !== "noted");
  return (
    <>
      <ChoiceField
        name={`decision-${rule}`}
        label={t("decision", { rule })}
        required
        inline
        choices={choices.map((value) => ({ value, text: t(`choices.${value}`) }))}
      />
      <TextField name={`note-${rule}`} label={t("note", { rule })} maxLength={reviewLimits.note} />
      <button className="button button--link button--small" name="intent" value={`ask ${rule}`}>
        {t("write", { rule })}
      </button>
    </>
  );
}
