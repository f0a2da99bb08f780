import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveOrigin } from "./actions";
import { AddRow } from "./add-row";
import { LiveTotals } from "./live-totals";
import { OriginRow } from "./origin-row";
import { pasteExample } from "./paste-example";
import { answerNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
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
import { CountryOfOrigin } from "@/components/record/country-of-origin";
import { listBook } from "@/lib/exporters/queries/book";
import { categories } from "@/lib/applications/answers";
import { originColumns } from "@/lib/applications/paste/origins";
import { limits } from "@/lib/forms/limits";

export const metadata: Metadata = { title: null };

export default async function OriginPage(props: SectionProps) {
  const action = saveOrigin.bind(null, (await props.params).applicationId);
  return (
    <SectionFrame opened={await openSection("origin", props)} action={action}>
      {(opened) =>
        opened.open ? (
          <OriginForm opened={opened} />
        ) : (
          <ReadOnlySection opened={opened} action={action} />
        )
      }
    </SectionFrame>
  );
}

async function OriginForm({ opened }: { opened: OpenedSection }) {
  const t = await getTranslations("application.origin");
  const all = await getTranslations();
  const { application, viewer } = opened;
  const { values, initial } = formOf(opened);
  const rows = application.answers.origin?.origins ?? [];
  const names = await answerNames(viewer, application);
  const book = await listBook(viewer, application.exporter.id);
  const totals = {
    carats: t("shipment.carats"),
    usd: t("shipment.usd"),
    price: t("shipment.price"),
    none: t("live.none"),
  };
  return (
    <StepForm
      title={await sectionTitle(opened.section)}
      action={saveOrigin.bind(null, application.id)}
      initial={initial}
      stored={values}
      {...savingOf(opened)}
      enter="next"
      aside={
        <aside className="sticky">
          <div className="card card--wash">
            <h2>{t("shipment.title")}</h2>
            <LiveTotals words={totals} look="facts" />
            <dl className="facts">
              <div>
                <dt>{t("shipment.origin")}</dt>
                <dd>
                  <CountryOfOrigin answers={application.answers} names={names} />
                </dd>
              </div>
            </dl>
            <p className="soft">{t("shipment.originNote")}</p>
          </div>
          <details className="details small">
            <summary>{t("which.title")}</summary>
            <div>
              {categories.map((category) => (
                <p key={category}>
                  {all.rich("frame.about", {
                    what: all(`categories.${category}`),
                    text: t(`which.${category}`),
                    b: (chunks) => <strong>{chunks}</strong>,
                  })}
                </p>
              ))}
            </div>
          </details>
        </aside>
      }
    >
      <SectionRequests opened={opened} />
      <p>{t("intro")}</p>
      {rows.map((row, index) => (
        <OriginRow key={row.id} count={rows.length} {...{ row, index, values, names, book }} />
      ))}
      <AddRow count={rows.length} />
      {rows.length < limits.origins ? (
        <PasteRows
          key={application.version}
          what="origins"
          most={limits.origins}
          columns={originColumns}
          examples={pasteExample(names, opened.locale)}
        />
      ) : null}
      {rows.length > 0 ? (
        <div className="only-narrow">
          <LiveTotals words={totals} look="totals" />
        </div>
      ) : null}
      <SectionActions opened={opened} />
    </StepForm>
  );
}
