import { getTranslations } from "next-intl/server";
import {
  sectionTitle,
  type OpenedSection,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { answerNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { RefusedPress } from "@/components/form/refused-press";
import type { PressAction } from "@/components/form/use-press";
import { PageLink } from "@/components/layout/page-link";
import { ApplicantAnswers } from "@/components/record/answers/applicant-answers";
import { ConsigneeAnswers } from "@/components/record/answers/consignee-answers";
import { DeliveryAnswers } from "@/components/record/answers/delivery-answers";
import { DocumentAnswers } from "@/components/record/answers/document-answers";
import { GoodsAnswers } from "@/components/record/answers/goods-answers";
import { OriginAnswers } from "@/components/record/answers/origin-answers";

/** A section that the reader cannot change now: why, and what it says. */
export async function ReadOnlySection({
  opened,
  action,
}: {
  opened: OpenedSection;
  action: PressAction;
}) {
  const t = await getTranslations("application");
  const { application } = opened;
  const title = await sectionTitle(opened.section);
  return (
    <>
      <RefusedPress action={action} title={title}>
        <title>{title}</title>
      </RefusedPress>
      <div className="notice">
        <h2>{t("readOnly.title")}</h2>
        <p>{t(`readOnly.${reason(opened)}`)}</p>
      </div>
      <div className="column">
        <SectionAnswers opened={opened} />
      </div>
      <p className="actions">
        <PageLink className="button" href={tasksHref(application.id)}>
          {t("backToTasks")}
        </PageLink>
      </p>
    </>
  );
}

async function SectionAnswers({ opened }: { opened: OpenedSection }) {
  const { application, viewer, section } = opened;
  const { answers, documents, infected, exporter, submissions } = application;
  const names = await answerNames(viewer, application);
  switch (section) {
    case "applicant":
      return (
        <ApplicantAnswers
          applicant={exporter}
          individual={submissions[0]?.submittedBy ?? viewer.name}
          answers={answers}
        />
      );
    case "delivery":
      return <DeliveryAnswers answers={answers} />;
    case "consignee":
      return <ConsigneeAnswers answers={answers} names={names} />;
    case "origin":
      return <OriginAnswers answers={answers} names={names} />;
    case "goods":
      return <GoodsAnswers answers={answers} names={names} />;
    case "documents":
    case "summary":
      return <DocumentAnswers documents={[...documents, ...infected]} />;
  }
}

function reason({ application: { status, permissions } }: OpenedSection) {
  if (!permissions.includes("prepare") && (status === "draft" || status === "returned")) {
    return "permission";
  }
  switch (status) {
    case "returned":
      return "returned";
    case "draft":
      return "permission";
    case "submitted":
    case "in_review":
    case "recommended":
      return "submitted";
    case "issued":
    case "rejected":
    case "cancelled":
      return "closed";
  }
}
