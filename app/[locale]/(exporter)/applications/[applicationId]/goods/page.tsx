import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveGoods } from "./actions";
import { ContainerFields } from "./container-fields";
import { PermitField } from "./permit-field";
import { TariffLine } from "./tariff-line";
import {
  formOf,
  openSection,
  savingOf,
  sectionTitle,
  type OpenedSection,
  type SectionProps,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { ReadOnlySection } from "@/app/[locale]/(exporter)/applications/[applicationId]/read-only-section";
import { SectionActions } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-actions";
import { SectionFrame } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-frame";
import { SectionRequests } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-requests";
import { PasteRows } from "@/app/[locale]/(exporter)/applications/[applicationId]/paste-rows";
import { StepForm } from "@/components/form/step-form";
import { lineColumns } from "@/lib/applications/paste/lines";
import { writtenLine } from "@/lib/applications/paste/written";
import { totalsOf } from "@/lib/applications/totals";
import { todayInOttawa } from "@/lib/clock";
import { showDecimal } from "@/lib/forms/numbers";
import { getReference } from "@/lib/reference/queries";
import { limits } from "@/lib/forms/limits";
import type { Locale } from "@/lib/i18n/routing";

export const metadata: Metadata = { title: null };

export default async function GoodsPage(props: SectionProps) {
  const action = saveGoods.bind(null, (await props.params).applicationId);
  return (
    <SectionFrame opened={await openSection("goods", props)} action={action}>
      {(opened) =>
        opened.open ? (
          <GoodsForm opened={opened} />
        ) : (
          <ReadOnlySection opened={opened} action={action} />
        )
      }
    </SectionFrame>
  );
}

const pasteExample = (locale: Locale) =>
  [
    { subheading: "7102.21", carats: "1016.50", usd: "88026.30" },
    { subheading: "7102.31", carats: "380.50", usd: "72548.70" },
  ].map((line) => writtenLine(line, locale));

async function GoodsForm({ opened }: { opened: OpenedSection }) {
  const t = await getTranslations("application.goods");
  const { application, locale } = opened;
  const { answers } = application;
  const reference = await getReference(todayInOttawa());
  const rows = answers.origin?.origins ?? [];
  const totals = totalsOf(rows);
  const shown = {
    carats: showDecimal(totals.carats, locale, "carats"),
    usd: showDecimal(totals.usd, locale, "usd"),
  };
  const { values: stored, initial } = formOf(opened);
  const lines = answers.goods?.hsLines ?? [];
  // One line for the whole shipment is the rule: it is there from the start, with the totals.
  const filledIn =
    rows.length > 0 && lines.length === 0
      ? {
          "hsLines[0].carats": showDecimal(totals.carats, locale),
          "hsLines[0].usd": showDecimal(totals.usd, locale),
        }
      : {};
  const values = { ...filledIn, ...stored };
  const count = Math.max(1, lines.length);
  return (
    <StepForm
      title={await sectionTitle(opened.section)}
      action={saveGoods.bind(null, application.id)}
      initial={initial}
      stored={values}
      {...savingOf(opened)}
      enter="next"
      aside={
        <aside>
          <div className="card card--wash">
            <h2>{t("help.title")}</h2>
            <dl className="facts">
              <div>
                <dt>{t("carats")}</dt>
                <dd className="big">{shown.carats}</dd>
              </div>
              <div>
                <dt>{t("usd")}</dt>
                <dd className="big">{shown.usd}</dd>
              </div>
            </dl>
            <p>{t("help.note")}</p>
          </div>
          <div className="card">
            <h2>{t("mark.title")}</h2>
            <p>{t("mark.text")}</p>
          </div>
        </aside>
      }
    >
      <SectionRequests opened={opened} />
      <h2>{t("tariffHead")}</h2>
      <p>{rows.length > 0 ? t("intro", shown) : t("introEmpty")}</p>
      {Array.from({ length: count }, (_, index) => (
        <TariffLine
          key={index}
          index={index}
          count={count}
          values={values}
          subheadings={reference.subheadings}
        />
      ))}
      {count < limits.hsLines ? (
        <p className="actions">
          <button className="button button--secondary button--small" name="intent" value="add:line">
            {t("addLine")}
          </button>
          <span className="small soft">{t("addLineHint")}</span>
        </p>
      ) : null}
      <PasteRows
        key={application.version}
        what="lines"
        most={limits.hsLines}
        columns={lineColumns}
        examples={pasteExample(locale)}
      />
      <ContainerFields values={values} />
      <PermitField answers={answers} values={values} reference={reference} />
      <SectionActions opened={opened} />
    </StepForm>
  );
}
