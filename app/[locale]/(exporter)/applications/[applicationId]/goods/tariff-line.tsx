import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { linePlace } from "./edit-goods";
import { PolishedField } from "./polished-field";
import { SubheadingGuide } from "./subheading-guide";
import { RowButtons } from "@/app/[locale]/(exporter)/applications/[applicationId]/row-buttons";
import { ChoiceField } from "@/components/form/choice-field";
import { DollarField } from "@/components/form/dollar-field";
import { TextField } from "@/components/form/text-field";
import { asksIfPolished } from "@/lib/applications/polished";
import type { TariffSubheading } from "@/lib/reference/types";

interface Props {
  index: number;
  count: number;
  values: Readonly<Record<string, string>>;
  subheadings: readonly TariffSubheading[];
}

/** One tariff line: a subheading of rough diamonds in plain words, its mass and value. */
export function TariffLine({ index, count, values, subheadings }: Props) {
  const t = useTranslations("application.goods");
  const locale = useLocale();
  const n = index + 1;
  const field = (of: string) => {
    const name = `hsLines[${index}].${of}`;
    return { name, value: values[name], required: true };
  };
  const polished = `hsLines[${index}].polished`;
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <section className="row" aria-labelledby={linePlace(index)}>
      <div className="row__head">
        <h3 id={linePlace(index)} tabIndex={-1}>
          {t("line", { n })}
        </h3>
        <RowButtons
          index={index}
          count={count}
          removable={count > 1}
          words={{
            up: t.rich("lineUp", { n, hidden }),
            down: t.rich("lineDown", { n, hidden }),
            remove: t.rich("removeLine", { n, hidden }),
          }}
        />
      </div>
      <div className="row__body">
        <ChoiceField
          {...field("subheading")}
          label={t("subheading")}
          choices={subheadings
            .filter(({ roughDiamond }) => roughDiamond)
            .map(({ code, textEn, textFr, helpEn, helpFr }) => ({
              value: code,
              text: (
                <>
                  <strong>{code}</strong> {locale === "fr" ? textFr : textEn}
                </>
              ),
              hint: locale === "fr" ? helpFr : helpEn,
              ...(asksIfPolished(code)
                ? { more: <PolishedField index={index} value={values[polished]} /> }
                : {}),
            }))}
        />
        <SubheadingGuide index={index} subheadings={subheadings} />
        <div className="fields">
          <TextField {...field("carats")} label={t("carats")} inputMode="decimal" after="carats" />
          <DollarField {...field("usd")} label={t("usd")} />
        </div>
      </div>
    </section>
  );
}
