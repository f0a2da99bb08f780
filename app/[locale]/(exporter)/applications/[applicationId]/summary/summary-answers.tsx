import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { sectionHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { fieldId } from "@/components/form/field-id";
import { ApplicantAnswers } from "@/components/record/answers/applicant-answers";
import type { ChangeLink } from "@/components/record/answers/answer-words";
import { ConsigneeAnswers } from "@/components/record/answers/consignee-answers";
import { DeliveryAnswers } from "@/components/record/answers/delivery-answers";
import { DocumentAnswers } from "@/components/record/answers/document-answers";
import { GoodsAnswers } from "@/components/record/answers/goods-answers";
import { OriginAnswers } from "@/components/record/answers/origin-answers";
import type { AnswerNames } from "@/lib/applications/answer-names";
import type { Section } from "@/lib/applications/sections";
import { isEditable } from "@/lib/applications/status";
import { getPathname } from "@/lib/i18n/navigation";

interface Props {
  opened: OpenedSection;
  names: AnswerNames;
}

/** Every answer, section by section, each with the way to change it where the reader may. */
export async function SummaryAnswers({ opened, names }: Props) {
  const t = await getTranslations();
  const rich = await getTranslations("application");
  const { application, viewer, locale } = opened;
  const { answers, exporter, documents, submissions } = application;
  const editable = isEditable(application.status);
  const mayPrepare = editable && application.permissions.includes("prepare");
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;

  const changeIn = (section: Section): { change?: ChangeLink } => {
    if (!mayPrepare || !application.unlocked.includes(section)) return {};
    const path = getPathname({ href: sectionHref(section, application.id, "summary"), locale });
    const change: ChangeLink = (field, what) => (
      <a href={`${path}#${fieldId(field)}`}>{rich.rich("changeWhat", { what, hidden })}</a>
    );
    return { change };
  };
  const head = (section: Section) => (
    <div className="section-head">
      <h2>{t(`sections.${section}`)}</h2>
    </div>
  );
  const reader = application.paper ? t("paper.signer") : viewer.name;
  const individual = editable ? reader : (submissions[0]?.submittedBy ?? reader);
  return (
    <>
      {head("applicant")}
      <ApplicantAnswers
        applicant={exporter}
        individual={individual}
        answers={answers}
        {...changeIn("applicant")}
      />
      {head("delivery")}
      <DeliveryAnswers answers={answers} {...changeIn("delivery")} />
      {head("consignee")}
      <ConsigneeAnswers answers={answers} names={names} {...changeIn("consignee")} />
      {head("origin")}
      <OriginAnswers answers={answers} names={names} {...changeIn("origin")} />
      {head("goods")}
      <GoodsAnswers answers={answers} names={names} {...changeIn("goods")} />
      {head("documents")}
      <DocumentAnswers documents={documents} {...changeIn("documents")} />
    </>
  );
}
