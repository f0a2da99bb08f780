import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryItem } from "./history-item";
import { NowItem } from "./now-item";
import type { SectionProps } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { StepsAhead } from "@/app/[locale]/(exporter)/applications/[applicationId]/steps-ahead";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { findApplication } from "@/lib/applications/queries/find";
import { findHistory } from "@/lib/applications/queries/history";
import { requireExporter } from "@/lib/auth/current";

export const metadata: Metadata = { title: null };

/** What has happened to an application, in plain words, and who must act now. */
export default async function HistoryPage({ params }: Pick<SectionProps, "params">) {
  const viewer = await requireExporter();
  const { applicationId } = await params;
  const [application, history] = await Promise.all([
    findApplication(viewer, applicationId),
    findHistory(viewer, applicationId),
  ]);
  if (!application || !history) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations();
  const { id, number, exporter } = application;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/applications", text: t("applications.title") },
          { href: tasksHref(id), text: number ?? t("applications.hub.draftTitle") },
        ]}
      />
      <main id="main" className="container">
        <PageTitle title={t("history.title")} />
        <p className="caption">
          {number ? t("history.caption", { number }) : t("applications.hub.draftTitle")},{" "}
          {exporter.legalName}
        </p>
        <h1>{t("history.title")}</h1>
        <ol className="timeline column">
          {history.map((entry) => (
            <HistoryItem key={entry.id} entry={entry} applicationId={id} />
          ))}
          <NowItem application={application} />
          <StepsAhead status={application.status} />
        </ol>
        <p className="actions">
          <PageLink className="button" href={tasksHref(id)}>
            {t("history.back")}
          </PageLink>
        </p>
      </main>
    </>
  );
}
