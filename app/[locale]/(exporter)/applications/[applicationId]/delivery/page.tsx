import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveDelivery } from "./actions";
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
import { ChoiceField } from "@/components/form/choice-field";
import { StepForm } from "@/components/form/step-form";

export const metadata: Metadata = { title: null };

export default async function DeliveryPage(props: SectionProps) {
  const action = saveDelivery.bind(null, (await props.params).applicationId);
  return (
    <SectionFrame opened={await openSection("delivery", props)} action={action}>
      {(opened) =>
        opened.open ? (
          <DeliveryForm opened={opened} />
        ) : (
          <ReadOnlySection opened={opened} action={action} />
        )
      }
    </SectionFrame>
  );
}

async function DeliveryForm({ opened }: { opened: OpenedSection }) {
  const t = await getTranslations("application.delivery");
  const { application } = opened;
  const { values, initial } = formOf(opened);
  const different = application.answers.applicant?.exporterIsDifferent === true;
  const name = application.answers.applicant?.exporter?.name;
  return (
    <StepForm
      title={await sectionTitle(opened.section)}
      action={saveDelivery.bind(null, application.id)}
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
      <ChoiceField
        name="to"
        label={t("legend")}
        hint={t("hint")}
        required
        value={values["to"]}
        choices={[
          { value: "applicant", text: t("applicant"), hint: application.exporter.legalName },
          {
            value: "exporter",
            text: t("exporter"),
            hint: different && name ? name : t("exporterHint"),
          },
        ]}
      />
      <SectionActions opened={opened} />
    </StepForm>
  );
}
