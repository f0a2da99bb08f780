import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { submit } from "./actions";
import { AnswerDue } from "./answer-due";
import { DeclarationForm } from "./declaration-form";
import { FindingList } from "./finding-list";
import { NextCard } from "./next-card";
import { asksInPlace, followsInPlace } from "./in-place";
import { openPoints } from "./open-points";
import { ShipmentFields } from "./shipment-fields";
import { ShipmentHead } from "./shipment-head";
import { answerNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import { OwnChanges } from "@/app/[locale]/(exporter)/applications/[applicationId]/own-changes";
import {
  openSection,
  sectionTitle,
  type OpenedSection,
  type SectionProps,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { SectionFrame } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-frame";
import { sectionHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { RefusedPress } from "@/components/form/refused-press";
import type { PressAction } from "@/components/form/use-press";
import { fieldId } from "@/components/form/field-id";
import { ApplicantAnswers } from "@/components/record/answers/applicant-answers";
import type { ChangeLink } from "@/components/record/answers/answer-words";
import { ConsigneeAnswers } from "@/components/record/answers/consignee-answers";
import { DeliveryAnswers } from "@/components/record/answers/delivery-answers";
import { DocumentAnswers } from "@/components/record/answers/document-answers";
import { GoodsAnswers } from "@/components/record/answers/goods-answers";
import { OriginAnswers } from "@/components/record/answers/origin-answers";
import type { Section } from "@/lib/applications/sections";
import { isEditable } from "@/lib/applications/status";
import { getPathname } from "@/lib/i18n/navigation";

export const metadata: Metadata = { title: null };

export default async function SummaryPage(props: SectionProps) {
  const action = submit.bind(null, (await props.params).applicationId);
  return (
    <SectionFrame opened={await openSection("summary", props)} action={action}>
      {(opened) => <Summary opened={opened} action={action} />}
    </SectionFrame>
  );
}

async function Summary({ opened, action }: { opened: OpenedSection; action: PressAction }) {
  const t = await getTranslations();
  const rich = await getTranslations("application");
  const { application, viewer, locale } = opened;
  const { answers, exporter, documents, submissions } = application;
  const names = await answerNames(viewer, application);
  const title = await sectionTitle("summary");
  const editable = isEditable(application.status);
  const maySubmit = editable && application.permissions.includes("submit");
  const inPlace = asksInPlace(opened);
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
    <div className="layout">
      <div>
        {editable ? (
          <>
            <p className="lede">{t("summary.lede")}</p>
            <AnswerDue application={application} />
            <FindingList
              points={openPoints(opened).filter(
                (point) => !inPlace || !followsInPlace(point, answers),
              )}
              checks={opened.checks}
              applicationId={application.id}
              inPlace={inPlace}
            />
            <OwnChanges opened={opened} />
          </>
        ) : null}
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
        {maySubmit ? (
          <>
            {inPlace ? <ShipmentHead opened={opened} /> : null}
            <DeclarationForm opened={opened} title={title}>
              {inPlace ? <ShipmentFields opened={opened} names={names} /> : null}
            </DeclarationForm>
          </>
        ) : (
          <>
            <RefusedPress action={action} title={title}>
              <title>{title}</title>
            </RefusedPress>
            {editable ? <p>{t("summary.cannotSubmit", { exporter: exporter.legalName })}</p> : null}
          </>
        )}
      </div>
      <NextCard opened={opened} names={names} />
    </div>
  );
}
