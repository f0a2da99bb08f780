import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutCard } from "@/app/[locale]/(exporter)/applications/[applicationId]/about-card";
import { answerNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import { Glance } from "@/app/[locale]/(exporter)/applications/[applicationId]/glance";
import { openFor } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { OwnChanges } from "@/app/[locale]/(exporter)/applications/[applicationId]/own-changes";
import { RequestList } from "@/app/[locale]/(exporter)/applications/[applicationId]/request-list";
import { StandNotice } from "@/app/[locale]/(exporter)/applications/[applicationId]/stand-notice";
import { SummaryAnswers } from "@/app/[locale]/(exporter)/applications/[applicationId]/summary/summary-answers";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { fileHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { findExporterView } from "@/lib/reviews/queries/find-exporter-view";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ applicationId: string }>;
}

/** An application as people of its exporter find it who may read and nothing else: no form can be sent. */
export default async function ExporterViewPage({ params }: Props) {
  const viewer = await requireOfficer();
  const { applicationId } = await params;
  const theirs = await findExporterView(viewer, applicationId);
  const opened = theirs && (await openFor(theirs, "summary", applicationId, {}));
  if (!theirs || !opened) return <DeskNotFound />;
  const t = await getTranslations("office.review.exporterView");
  const { number, exporter, status } = opened.application;
  const names = await answerNames(theirs, opened.application);
  const title = t("title", { number: number ?? "" });
  return (
    <main id="main" className="o-page">
      <PageTitle title={title} />
      <h1>{title}</h1>
      <div className="need" role="note">
        <p>{t("notice", { exporter: exporter.legalName })}</p>
        <p>
          <PageLink href={await fileHref(applicationId)}>{t("back")}</PageLink>
        </p>
      </div>
      <section className="theirs" aria-labelledby="hub">
        <p className="theirs__name" id="hub">
          {t("hub")}
        </p>
        <div className="layout">
          <div>
            <StandNotice opened={opened} />
            {status === "returned" ? <RequestList opened={opened} /> : null}
            <OwnChanges opened={opened} />
            {status === "returned" ? null : <Glance opened={opened} />}
          </div>
          <AboutCard opened={opened} />
        </div>
      </section>
      <section className="theirs" aria-labelledby="theirs-summary">
        <p className="theirs__name" id="theirs-summary">
          {t("summary")}
        </p>
        <SummaryAnswers opened={opened} names={names} />
      </section>
    </main>
  );
}
