import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { submit } from "./actions";
import { AnswerDue } from "./answer-due";
import { DeclarationForm } from "./declaration-form";
import { FindingList } from "./finding-list";
import { NextCard } from "./next-card";
import { asksInPlace, followsInPlace } from "./in-place";
import { openPoints } from "./open-points";
import { ShipmentFields } from "./shipment-fields";
import { ShipmentHead } from "./shipment-head";
import { SummaryAnswers } from "./summary-answers";
import { answerNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import { OwnChanges } from "@/app/[locale]/(exporter)/applications/[applicationId]/own-changes";
import {
  openSection,
  sectionTitle,
  type OpenedSection,
  type SectionProps,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { SectionFrame } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-frame";
import { RefusedPress } from "@/components/form/refused-press";
import type { PressAction } from "@/components/form/use-press";
import { isEditable } from "@/lib/applications/status";

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
  const { application, viewer } = opened;
  const { answers, exporter } = application;
  const names = await answerNames(viewer, application);
  const title = await sectionTitle("summary");
  const editable = isEditable(application.status);
  const maySubmit = editable && application.permissions.includes("submit");
  const inPlace = asksInPlace(opened);
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
        <SummaryAnswers opened={opened} names={names} />
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
