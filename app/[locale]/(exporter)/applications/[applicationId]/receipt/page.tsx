import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NextSteps } from "./next-steps";
import { ReceiptLinks } from "./receipt-links";
import { ShipmentCard } from "./shipment-card";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { requireExporter } from "@/lib/auth/current";
import { getFormatter } from "@/lib/i18n/get-formatter";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ applicationId: string }>;
}

/** What was received, when, and what happens next and by when. */
export default async function ReceiptPage({ params }: Props) {
  const viewer = await requireExporter();
  const { applicationId } = await params;
  const application = await findApplication(viewer, applicationId);
  if (!application) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations("receipt");
  const format = await getFormatter();
  const { id, number, submissionVersion, moves, exporter } = application;
  const submission = await findSubmission(viewer, id, submissionVersion);
  const trail = [
    { href: "/applications", text: t("list") },
    ...(number ? [{ href: tasksHref(id), text: number }] : []),
  ] as const;
  if (!submission) {
    return (
      <>
        <Breadcrumbs trail={trail} />
        <main id="main" className="container">
          <PageTitle title={t("none.title")} />
          <h1>{t("none.title")}</h1>
          <p>{t("none.text")}</p>
          <p className="actions">
            <PageLink className="button" href={tasksHref(id)}>
              {t("open")}
            </PageLink>
          </p>
        </main>
      </>
    );
  }
  const heading = submissionVersion > 1 ? t("again") : t("title");
  const received = format.dateTime(submission.submittedAt, {
    dateStyle: "full",
    timeStyle: "short",
  });
  const cancel = (chunks: ReactNode) => (
    <PageLink
      href={{ pathname: "/applications/[applicationId]/cancel", params: { applicationId: id } }}
    >
      {chunks}
    </PageLink>
  );
  const contact = (chunks: ReactNode) => <PageLink href="/contact">{chunks}</PageLink>;
  return (
    <>
      <Breadcrumbs trail={trail} />
      <main id="main" className="container">
        <PageTitle title={heading} />
        <p className="caption">{exporter.legalName}</p>
        <h1>{heading}</h1>
        <div className="layout">
          <div>
            <div className="panel" role="status">
              <p>{t("number")}</p>
              <p className="panel__number">{number}</p>
              <p>{t("received", { when: received })}</p>
            </div>
            <p>{t("told")}</p>
            <ReceiptLinks applicationId={id} submission={submission} />
            <p className="actions">
              <PageLink
                className="button"
                href={{
                  pathname: "/applications/[applicationId]/versions/[submission]",
                  params: { applicationId: id, submission: String(submissionVersion) },
                }}
              >
                {t("see")}
              </PageLink>
              <PageLink className="button button--secondary" href="/applications">
                {t("list")}
              </PageLink>
            </p>
            <h2>{t("next")}</h2>
            <NextSteps application={application} submission={submission} />
            {moves.includes("cancel") ? (
              <>
                <h2>{t("change")}</h2>
                <p>{t.rich("changeText", { cancel, contact })}</p>
              </>
            ) : null}
          </div>
          <ShipmentCard submission={submission} />
        </div>
      </main>
    </>
  );
}
