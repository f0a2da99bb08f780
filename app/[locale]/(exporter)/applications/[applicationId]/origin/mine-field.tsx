import { useLocale, useTranslations } from "next-intl";
import type { RowProps } from "./origin-row";
import { SelectField } from "@/components/form/select-field";
import { provinces } from "@/lib/exporters/schema";
import { nameIn } from "@/lib/reference/lookups";

const order = ["operating", "suspended", "closed"];

/** The mine, those in operation first; a closed one may still have stones in stock. */
export function MineField({ index, values, names: { reference } }: RowProps) {
  const t = useTranslations("application.origin");
  const common = useTranslations("application");
  const provinceNames = useTranslations("profile.provinces");
  const locale = useLocale();
  const name = `origins[${index}].mine`;
  const mines = [...reference.mines].sort(
    (a, b) =>
      order.indexOf(a.status) - order.indexOf(b.status) ||
      nameIn(a, locale).localeCompare(nameIn(b, locale), locale),
  );
  return (
    <SelectField
      name={name}
      value={values[name]}
      label={t("mine")}
      required
      prompt={common("choose")}
      width="w-full"
      options={mines.map((mine) => {
        const code = provinces.find((each) => each === mine.province);
        const words = {
          name: nameIn(mine, locale),
          province: code ? provinceNames(code) : mine.province,
          year: String(mine.closed ?? ""),
        };
        const text =
          mine.status === "operating"
            ? t("mineOpen", words)
            : t(mine.status === "suspended" ? "mineSuspended" : "mineClosed", words);
        return { value: mine.code, text };
      })}
    />
  );
}
