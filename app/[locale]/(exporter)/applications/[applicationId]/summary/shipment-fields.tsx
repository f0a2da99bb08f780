import { getTranslations } from "next-intl/server";
import { ClearsTicks } from "./clears-ticks";
import type { OwnNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { sectionValues } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-problems";
import { CertificateField } from "@/app/[locale]/(exporter)/applications/[applicationId]/origin/certificate-field";
import { DollarField } from "@/components/form/dollar-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { originDetails } from "@/lib/applications/origin-details";
import { formatterFor } from "@/lib/i18n/formatter";

interface Props {
  opened: OpenedSection;
  names: OwnNames;
}

/** What is new in a shipment that is otherwise like the last one: amounts to look over, seals to type. */
export async function ShipmentFields({ opened, names }: Props) {
  const t = await getTranslations("copy.shipment");
  const all = await getTranslations("application");
  const { application, locale } = opened;
  const { answers, updatedAt } = application;
  const values = {
    ...sectionValues("origin", answers, locale),
    ...sectionValues("goods", answers, locale),
  };
  const field = (name: string) => ({ name, value: values[name], required: true });
  const categories = await getTranslations("categories");
  const when = formatterFor(locale).dateTime(updatedAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <ClearsTicks>
      <input type="hidden" name="inPlace" value="yes" />
      <h3>{t("amountsHead")}</h3>
      {(answers.origin?.origins ?? []).map((row, index) => {
        const [detail] = originDetails(row, names, locale, all);
        const what = [categories(row.category), detail].filter(Boolean).join(", ");
        return (
          <fieldset key={row.id}>
            <legend>{t("row", { n: index + 1, what })}</legend>
            {row.category === "previously_imported" ? (
              <CertificateField {...{ index, values, names }} />
            ) : null}
            <div className="fields">
              <TextField
                {...field(`origins[${index}].carats`)}
                label={all("origin.carats")}
                inputMode="decimal"
                after="carats"
              />
              <DollarField {...field(`origins[${index}].usd`)} label={all("origin.usd")} />
            </div>
          </fieldset>
        );
      })}
      <TextField
        {...field("containerCount")}
        label={all("goods.containerCount")}
        inputMode="numeric"
        width="w-4"
        maxLength={12}
      />
      <TextArea
        {...field("seals")}
        label={all("goods.seals")}
        hint={all("goods.sealsHint")}
        rows={4}
      />
      <div className="actions">
        <button className="button button--secondary" name="intent" value="keep">
          {t("save")}
        </button>
        <p className="saved">{all("lastSaved", { when })}</p>
      </div>
    </ClearsTicks>
  );
}
