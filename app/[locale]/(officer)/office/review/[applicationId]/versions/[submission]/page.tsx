import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { fileHref, queueHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { CheckList } from "@/app/[locale]/(officer)/office/review/[applicationId]/check-list";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { SubmissionAnswers } from "@/components/record/submission-answers";
import { VersionFacts } from "@/components/record/version-facts";
import { findSubmission } from "@/lib/applications/queries/find";
import { getFrozenNames } from "@/lib/applications/queries/frozen-names";
import { requireOfficer } from "@/lib/auth/current";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ applicationId: string; submission: string }>;
}

/** A file as it stood at one of its submissions, with what the checks found that day. */
export default async function OfficeVersionPage({ params }: Props) {
  const viewer = await requireOfficer();
  const { applicationId, submission: version } = await params;
  const submission = await findSubmission(viewer, applicationId, Number(version));
  const t = await getTranslations();
  if (!submission) return <DeskNotFound />;
  const format = await getFormatter();
  const { snapshot, documents, submittedAt, findings } = submission;
  const { number } = snapshot;
  const names = await getFrozenNames(snapshot);
  const file = await fileHref(applicationId);
  const when = format.dateTime(submittedAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: await queueHref(), text: t("office.queue.title") },
          { href: file, text: number },
        ]}
      />
      <main id="main" className="o-page">
        <PageTitle title={t("versions.title", { number, version })} />
        <h1>{t("versions.title", { number, version })}</h1>
        <p>{t("versions.lede", { when })}</p>
        <div className="layout">
          <div>
            <SubmissionAnswers snapshot={snapshot} reference={names} documents={documents} office />
          </div>
          <aside>
            <VersionFacts snapshot={snapshot} submittedBy={submission.submittedBy} />
            <div className="card">
              <h2>{t("versions.checks")}</h2>
              {findings.length > 0 ? (
                <CheckList findings={findings} deciding={false} />
              ) : (
                <p>{t("versions.noFindings")}</p>
              )}
            </div>
          </aside>
        </div>
      </main>
    </>
  );
}
