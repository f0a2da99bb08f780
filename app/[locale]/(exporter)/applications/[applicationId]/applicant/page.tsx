import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { saveApplicant } from "./actions";
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
import { fieldId } from "@/components/form/field-id";
import { CheckboxField } from "@/components/form/checkbox-field";
import { SelectField } from "@/components/form/select-field";
import { StepForm } from "@/components/form/step-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { addressText } from "@/lib/applications/address-text";
import { SummaryList } from "@/components/record/summary-list";
import { countryOptions } from "@/lib/reference/country-options";

export const metadata: Metadata = { title: null };

export default async function ApplicantPage(props: SectionProps) {
  const action = saveApplicant.bind(null, (await props.params).applicationId);
  return (
    <SectionFrame opened={await openSection("applicant", props)} action={action}>
      {(opened) =>
        opened.open ? (
          <ApplicantForm opened={opened} />
        ) : (
          <ReadOnlySection opened={opened} action={action} />
        )
      }
    </SectionFrame>
  );
}

async function ApplicantForm({ opened }: { opened: OpenedSection }) {
  const t = await getTranslations("application.applicant");
  const account = await getTranslations("account.details");
  const paper = await getTranslations("paper");
  const { application, viewer, locale } = opened;
  const { exporter } = application;
  const { values, initial } = formOf(opened);
  const field = (name: string) => ({ name, value: values[name], required: true });
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <StepForm
      title={await sectionTitle(opened.section)}
      action={saveApplicant.bind(null, application.id)}
      initial={initial}
      stored={values}
      {...savingOf(opened)}
      aside={
        <aside>
          <div className="card card--wash">
            <h2>{t("help.title")}</h2>
            <p>{t("help.text")}</p>
          </div>
        </aside>
      }
    >
      <SectionRequests opened={opened} />
      <p>{t("intro")}</p>
      <div id={fieldId("applicant")} tabIndex={-1}>
        <SummaryList
          rows={[
            {
              term: t("applicant"),
              text: [
                exporter.legalName,
                ...addressText({ ...exporter, region: exporter.province }),
              ],
              act: application.paper ? null : (
                <PageLink
                  href={{ pathname: "/profile/[exporterId]", params: { exporterId: exporter.id } }}
                >
                  {t.rich("change", { hidden })}
                </PageLink>
              ),
            },
            {
              term: t("individual"),
              text: application.paper ? paper("signer") : viewer.name,
              act: application.paper ? null : (
                <PageLink href="/account">{account("change")}</PageLink>
              ),
            },
          ]}
        />
      </div>
      <CheckboxField
        {...field("exporterIsDifferent")}
        required={false}
        label={t("different")}
        hint={t("differentHint")}
      />
      <fieldset className="card exporter-block">
        <legend>{t("exporter")}</legend>
        <p className="hint">{t("exporterHint")}</p>
        <TextField {...field("exporter.name")} label={t("name")} width="w-full" maxLength={100} />
        <TextArea
          {...field("exporter.addressLines")}
          label={t("addressLines")}
          hint={t("addressLinesHint")}
          rows={2}
        />
        <div className="fields fields--2">
          <TextField {...field("exporter.city")} label={t("city")} maxLength={60} />
          <TextField
            {...field("exporter.region")}
            required={false}
            label={t("region")}
            maxLength={60}
          />
        </div>
        <TextField
          {...field("exporter.postalCode")}
          required={false}
          label={t("postalCode")}
          width="w-8"
          maxLength={12}
        />
        <SelectField
          {...field("exporter.country")}
          label={t("country")}
          prompt={(await getTranslations("application"))("choose")}
          options={countryOptions(locale)}
          width="w-20"
        />
      </fieldset>
      <SectionActions opened={opened} />
    </StepForm>
  );
}
