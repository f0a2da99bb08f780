import { useLocale, useTranslations } from "next-intl";
import type { RowProps } from "./origin-row";
import { SelectField } from "@/components/form/select-field";
import { nameIn, sortByName } from "@/lib/reference/lookups";

/** Where the stones were mined as far as the exporter knows: a participant, or unknown. */
export function StatedOrigin({
  index,
  values,
  names: { reference },
  withoutCanada = false,
}: RowProps & { withoutCanada?: boolean }) {
  const t = useTranslations("application.origin");
  const common = useTranslations("application");
  const locale = useLocale();
  const name = `origins[${index}].statedOrigin`;
  const participants = sortByName(reference.participants, locale).filter(
    ({ code }) => code !== "EU" && !(withoutCanada && code === "CA"),
  );
  return (
    <SelectField
      name={name}
      value={values[name]}
      label={t("statedOrigin")}
      hint={t("statedOriginHint")}
      required
      prompt={common("choose")}
      width="w-20"
      options={[
        { value: "unknown", text: t("unknown") },
        ...participants.map((each) => ({ value: each.code, text: nameIn(each, locale) })),
      ]}
    />
  );
}
