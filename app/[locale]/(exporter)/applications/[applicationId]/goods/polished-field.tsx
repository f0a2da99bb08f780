import { useTranslations } from "next-intl";
import { ChoiceField } from "@/components/form/choice-field";

/** Whether any facet is polished: such stones are no rough diamonds (R21). Never answered beforehand. */
export function PolishedField({ index, value }: { index: number; value: string | undefined }) {
  const t = useTranslations("application.goods.polished");
  return (
    <ChoiceField
      name={`hsLines[${index}].polished`}
      value={value}
      label={t("question")}
      hint={t("hint")}
      required
      choices={[
        { value: "no", text: t("no") },
        { value: "yes", text: t("yes") },
      ]}
    />
  );
}
