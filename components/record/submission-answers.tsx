import { useLocale, useTranslations } from "next-intl";
import { ApplicantAnswers } from "@/components/record/answers/applicant-answers";
import { ConsigneeAnswers } from "@/components/record/answers/consignee-answers";
import { DeliveryAnswers } from "@/components/record/answers/delivery-answers";
import { DocumentAnswers, type ShownDocument } from "@/components/record/answers/document-answers";
import { GoodsAnswers } from "@/components/record/answers/goods-answers";
import { OriginAnswers } from "@/components/record/answers/origin-answers";
import { useFormatter } from "@/lib/i18n/formatter";
import type { AnswerNames } from "@/lib/applications/answer-names";
import type { Snapshot } from "@/lib/applications/snapshot";

interface Props {
  snapshot: Snapshot;
  /** The names that were frozen with it. */
  reference: AnswerNames["reference"];
  /** Of the snapshot, with what the virus check says of them today. */
  documents: readonly ShownDocument[];
  /** Read by the office. */
  office?: boolean;
}

/** One submission read back exactly as it was sent, with its declarations in their words. */
export function SubmissionAnswers({ snapshot, reference, documents, office = false }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const { answers, applicant, declarations, importCertificates } = snapshot;
  const names = { reference, certificates: importCertificates };
  const at = (iso: string) =>
    format.dateTime(new Date(iso), { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      <h2>{t("sections.applicant")}</h2>
      <ApplicantAnswers
        applicant={applicant}
        individual={applicant.individual.name}
        answers={answers}
      />
      <h2>{t("sections.delivery")}</h2>
      <DeliveryAnswers answers={answers} />
      <h2>{t("sections.consignee")}</h2>
      <ConsigneeAnswers answers={answers} names={names} />
      <h2>{t("sections.origin")}</h2>
      <OriginAnswers answers={answers} names={names} />
      <h2>{t("sections.goods")}</h2>
      <GoodsAnswers answers={answers} names={names} />
      <h2>{t("sections.documents")}</h2>
      <DocumentAnswers documents={documents} office={office} />
      <h2>{t("summary.declarations")}</h2>
      {declarations.map(({ kind, textEn, textFr, textVersion, by, at: made }) => (
        <section key={kind}>
          <h3>{t(`summary.${kind}`)}</h3>
          <p>{locale === "fr" ? textFr : textEn}</p>
          <p className="small soft">
            {t("versions.made", { name: by.name, when: at(made), version: String(textVersion) })}
          </p>
        </section>
      ))}
    </>
  );
}
