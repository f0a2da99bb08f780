import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveConsignee } from "./actions";
import {
  formOf,
  openSection,
  sectionTitle,
  type OpenedSection,
  type SectionProps,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { ReadOnlySection } from "@/app/[locale]/(exporter)/applications/[applicationId]/read-only-section";
import { SectionActions } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-actions";
import { SectionFrame } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-frame";
import { SectionRequests } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-requests";
import { SelectField } from "@/components/form/select-field";
import { StepForm } from "@/components/form/step-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { todayInOttawa } from "@/lib/clock";
import { countryOptions } from "@/lib/reference/country-options";
import { destinationsOn, nameIn, sortByName } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";

export const metadata: Metadata = { title: null };

export default async function ConsigneePage(props: SectionProps) {
  const action = saveConsignee.bind(null, (await props.params).applicationId);
  return (
    <SectionFrame opened={await openSection("consignee", props)} action={action}>
      {(opened) =>
        opened.open ? (
          <ConsigneeForm opened={opened} />
        ) : (
          <ReadOnlySection opened={opened} action={action} />
        )
      }
    </SectionFrame>
  );
}

async function ConsigneeForm({ opened }: { opened: OpenedSection }) {
  const t = await getTranslations("application.consignee");
  const common = await getTranslations("application");
  const { application, locale } = opened;
  const { values, initial } = formOf(opened);
  const today = todayInOttawa();
  const destinations = sortByName(destinationsOn(await getReference(today), today), locale);
  const field = (name: string) => ({ name, value: values[name], required: true });
  return (
    <StepForm
      title={await sectionTitle(opened.section)}
      action={saveConsignee.bind(null, application.id)}
      initial={initial}
      stored={values}
      version={application.version}
      aside={
        <aside>
          <div className="card card--wash">
            <h2>{t("help.title")}</h2>
            <p>{t("help.text")}</p>
          </div>
          <div className="card">
            <h2>{t("sanctions.title")}</h2>
            <p>{t("sanctions.text")}</p>
          </div>
        </aside>
      }
    >
      <SectionRequests opened={opened} />
      <h2>{t("destinationHead")}</h2>
      <SelectField
        {...field("destination")}
        label={t("destination")}
        hint={t("destinationHint")}
        prompt={common("choose")}
        options={destinations.map((each) => ({ value: each.code, text: nameIn(each, locale) }))}
        width="w-20"
      />
      <h2>{t("consigneeHead")}</h2>
      <TextField
        {...field("consignee.name")}
        label={t("name")}
        hint={t("nameHint")}
        width="w-full"
        maxLength={100}
      />
      <TextArea
        {...field("consignee.addressLines")}
        label={t("addressLines")}
        hint={t("addressLinesHint")}
        rows={2}
      />
      <div className="fields fields--2">
        <TextField {...field("consignee.city")} label={t("city")} maxLength={60} />
        <TextField
          {...field("consignee.region")}
          required={false}
          label={t("region")}
          maxLength={60}
        />
      </div>
      <TextField
        {...field("consignee.postalCode")}
        required={false}
        label={t("postalCode")}
        hint={t("postalCodeHint")}
        width="w-12"
        maxLength={12}
      />
      <SelectField
        {...field("consignee.country")}
        label={t("country")}
        hint={t("countryHint")}
        prompt={common("choose")}
        options={countryOptions(locale)}
        width="w-20"
      />
      <SectionActions opened={opened} />
    </StepForm>
  );
}
