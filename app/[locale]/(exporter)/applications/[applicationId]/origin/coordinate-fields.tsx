import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CanadaMap } from "./canada-map";
import type { RowProps } from "./origin-row";
import { PositionField } from "./position-field";
import { TextField } from "@/components/form/text-field";
import { provinces } from "@/lib/exporters/schema";

/** Latitude north and longitude west, in degrees and minutes (REGS 2(e)(ii)), and where that is. */
export function CoordinateFields({ index, values }: RowProps) {
  const t = useTranslations("application.origin");
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <>
      <PositionField
        row={index}
        words={{
          label: t("position.label"),
          hint: t("position.hint"),
          read: t("live.understood"),
          not: t("position.not"),
        }}
      >
        {t.rich("position.fill", { n: index + 1, hidden })}
      </PositionField>
      <div className="fields fields--2">
        {(["latitude", "longitude"] as const).map((axis) => (
          <fieldset key={axis}>
            <legend>{t(axis)}</legend>
            <div className="pair">
              {(["degrees", "minutes"] as const).map((part) => {
                const name = `origins[${index}].${axis}.${part}`;
                return (
                  <TextField
                    key={part}
                    name={name}
                    value={values[name]}
                    label={t(part)}
                    required
                    inputMode="decimal"
                    width="w-4"
                    maxLength={24}
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
      </div>
      <details className="details">
        <summary>{t("position.what")}</summary>
        <div>
          <p>{t("position.whatText")}</p>
        </div>
      </details>
      <CanadaMap row={index} words={useMapWords()} />
    </>
  );
}

function useMapWords() {
  const t = useTranslations("application.origin.map");
  const names = useTranslations("profile.provinces");
  const each = (text: (code: (typeof provinces)[number]) => string) =>
    Object.fromEntries(provinces.map((code) => [code, text(code)]));
  return {
    none: t("none"),
    outside: t("outside"),
    near: t.raw("near") as string,
    in: each((code) => t("in", { place: t(`places.${code}`) })),
    provinces: each((code) => names(code)),
  };
}
