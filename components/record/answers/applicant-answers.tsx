import { useTranslations } from "next-intl";
import type { ChangeLink } from "@/components/record/answers/answer-words";
import { CountryName } from "@/components/record/country-name";
import { addressText } from "@/lib/applications/address-text";
import { SummaryList } from "@/components/record/summary-list";
import type { Answers } from "@/lib/applications/answers";

interface Props {
  applicant: {
    legalName: string;
    addressLines: readonly string[];
    city: string;
    province: string;
    postalCode: string;
  };
  /** Who submits, or submitted, on the applicant's behalf. */
  individual: string;
  answers: Answers;
  change?: ChangeLink;
}

/** Applicant and exporter, read back. */
export function ApplicantAnswers({ applicant, individual, answers, change }: Props) {
  const t = useTranslations("application.applicant");
  const { exporterIsDifferent, exporter } = answers.applicant ?? {};
  const address = addressText({ ...applicant, region: applicant.province });
  return (
    <SummaryList
      rows={[
        {
          term: t("applicant"),
          text: [applicant.legalName, ...address],
          act: change?.("applicant", t("applicant")),
        },
        {
          term: t("individual"),
          text: individual,
          act: change?.("applicant", t("individual")),
        },
        {
          term: t("exporter"),
          text: exporterIsDifferent
            ? [
                exporter?.name,
                ...addressText(exporter ?? {}),
                exporter?.country ? <CountryName key="country" code={exporter.country} /> : null,
              ]
            : exporterIsDifferent === false
              ? t("same")
              : null,
          act: change?.("exporterIsDifferent", t("exporter")),
        },
      ]}
    />
  );
}
