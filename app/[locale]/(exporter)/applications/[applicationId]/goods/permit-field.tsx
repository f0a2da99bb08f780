import { useLocale, useTranslations } from "next-intl";
import { TextField } from "@/components/form/text-field";
import type { Answers } from "@/lib/applications/answers";
import { todayInOttawa } from "@/lib/clock";
import { useFormatter } from "@/lib/i18n/formatter";
import { countryNames, holdsOn, nameIn } from "@/lib/reference/lookups";
import type { Reference } from "@/lib/reference/types";
import { limits } from "@/lib/forms/limits";

interface Props {
  answers: Answers;
  values: Readonly<Record<string, string>>;
  reference: Reference;
}

/** A permit's number, asked only where the destination is under an export prohibition (R07). */
export function PermitField({ answers, values, reference }: Props) {
  const t = useTranslations("application.goods");
  const format = useFormatter();
  const locale = useLocale();
  const code = answers.consignee?.destination;
  const today = todayInOttawa();
  const rules = reference.sanctions.filter(
    (rule) =>
      rule.destination === code && holdsOn({ from: rule.validFrom, to: rule.validTo }, today),
  );
  if (rules.length === 0 && !values["semaPermit"]) return null;
  const destination = code ? nameIn(countryNames(reference, code), locale) : "";
  const codes = format.list([...new Set(rules.map(({ subheading }) => subheading))].sort());
  const lifted = rules.length === 0 || rules.some(({ liftedByPermit }) => liftedByPermit);
  return (
    <>
      <h2>{t("permitHead")}</h2>
      {rules.length > 0 ? (
        <p>{t(lifted ? "permitText" : "permitNone", { destination, codes })}</p>
      ) : null}
      {lifted ? (
        <TextField
          name="semaPermit"
          value={values["semaPermit"]}
          label={t("permit")}
          hint={t("permitHint")}
          width="w-20"
          maxLength={limits.permit}
        />
      ) : null}
    </>
  );
}
