import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { ReceiptLinks } from "@/app/[locale]/(exporter)/applications/[applicationId]/receipt/receipt-links";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { SubmissionAnswers } from "@/components/record/submission-answers";
import { VersionFacts } from "@/components/record/version-facts";
import { findSubmission } from "@/lib/applications/queries/find";
import { getFrozenNames } from "@/lib/applications/queries/frozen-names";
import { requireExporter } from "@/lib/auth/current";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ applicationId: string; submission: string }>;
}

/** An application as it stood at one of its submissions. */
export default async function VersionPage({ params }: Props) {
  const viewer = await requireExporter();
  const { applicationId, submission: version } = await params;
  const submission = await findSubmission(viewer, applicationId, Number(version));
  if (!submission) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations();
  const format = await getFormatter();
  const { snapshot, documents, submittedAt } = submission;
  const { number } = snapshot;
  const names = await getFrozenNames(snapshot);
  const when = format.dateTime(submittedAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/applications", text: t("applications.title") },
          { href: tasksHref(applicationId), text: number },
        ]}
      />
      <main id="main" className="container">
        <PageTitle title={t("versions.title", { number, version })} />
        <p className="caption">{snapshot.applicant.legalName}</p>
        <h1>{t("versions.title", { number, version })}</h1>
        <p className="lede">{t("versions.lede", { when })}</p>
        <div className="layout">
          <div>
            <SubmissionAnswers snapshot={snapshot} reference={names} documents={documents} />
            <p className="actions">
              <PageLink className="button" href={tasksHref(applicationId)}>
                {t("versions.back")}
              </PageLink>
            </p>
          </div>
          <aside>
            <VersionFacts snapshot={snapshot} submittedBy={submission.submittedBy} />
            <ReceiptLinks applicationId={applicationId} submission={submission} />
          </aside>
        </div>
      </main>
    </>
  );
}
