import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveConsignee } from "./actions";
import { consigneeCountries, type ConsigneeCountries } from "./consignee-countries";
import { CountryField } from "./country-field";
import { DestinationField } from "./destination-field";
import {
  formOf,
  openSection,
  savingOf,
  sectionTitle,
  type OpenedSection,
  type SectionProps,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { ReadOnlySection } from "@/app/[locale]/(exporter)/applications/[applicationId]/read-only-section";
import { BookChoice } from "@/app/[locale]/(exporter)/applications/[applicationId]/book-choice";
import { SectionActions } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-actions";
import { SectionFrame } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-frame";
import { SectionRequests } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-requests";
import { StepForm } from "@/components/form/step-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { todayInOttawa } from "@/lib/clock";
import { listBook } from "@/lib/exporters/queries/book";
import { formatterFor } from "@/lib/i18n/formatter";
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
  const { application, viewer, locale } = opened;
  const { values, initial } = formOf(opened);
  const today = todayInOttawa();
  const reference = await getReference(today);
  const destinations = sortByName(destinationsOn(reference, today), locale);
  const format = formatterFor(locale);
  const countries = consigneeCountries(reference, destinations, locale);
  const note = ({ destination, name, names }: ConsigneeCountries) => {
    const list = format.list(names);
    if (destination === "EU") return t("countries.union", { list });
    return names.length > 1
      ? t("countries.several", { destination: name, list })
      : t("countries.one", { destination: name });
  };
  const book = await listBook(viewer, application.exporter.id, "consignee");
  const field = (name: string) => ({ name, value: values[name], required: true });
  return (
    <StepForm
      title={await sectionTitle(opened.section)}
      action={saveConsignee.bind(null, application.id)}
      initial={initial}
      stored={values}
      {...savingOf(opened)}
      enter="next"
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
      <BookChoice kind="consignee" name="book" intent="use" entries={book} />
      <h2>{t("destinationHead")}</h2>
      <DestinationField
        {...field("destination")}
        label={t("destination")}
        hint={t("destinationHint")}
        prompt={common("choose")}
        options={destinations.map((each) => ({ value: each.code, text: nameIn(each, locale) }))}
        notes={Object.fromEntries(countries.map((each) => [each.destination, note(each)]))}
        button={t("countries.show")}
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
      <CountryField
        {...field("consignee.country")}
        label={t("country")}
        hint={t("countryHint")}
        prompt={common("choose")}
        options={countryOptions(locale)}
        groups={Object.fromEntries(
          countries.map(({ destination, name, codes }) => [
            destination,
            { label: t("countries.group", { destination: name }), codes },
          ]),
        )}
        others={t("countries.others")}
      />
      <SectionActions opened={opened} />
    </StepForm>
  );
}
