import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answerOnDocuments } from "./actions";
import { documentProblems } from "./document-problems";
import { FileList } from "./file-list";
import { NeedList } from "./need-list";
import { nextKind } from "./next-kind";
import { answerNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import {
  openSection,
  sectionTitle,
  type OpenedSection,
  type SectionProps,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { ReadOnlySection } from "@/app/[locale]/(exporter)/applications/[applicationId]/read-only-section";
import { SectionFrame } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-frame";
import {
  sectionHref,
  tasksHref,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { SectionRequests } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-requests";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormMessages } from "@/components/form/form-messages";
import { pageFormId } from "@/components/form/page-form";
import { PortalForm } from "@/components/form/portal-form";
import { UploadForm } from "@/components/upload/upload-form";
import { UploadNotice } from "@/components/upload/upload-notice";
import { PageLink } from "@/components/layout/page-link";
import { placed, readUploadQuery } from "@/lib/documents/upload-result";
import { documentsNeeded } from "@/lib/applications/rules/evidence";
import { todayInOttawa } from "@/lib/clock";
import { emptyForm } from "@/lib/forms/form-state";
import { DocumentKind } from "@/prisma/generated/enums";

export const metadata: Metadata = { title: null };

export default async function DocumentsPage(props: SectionProps) {
  const action = answerOnDocuments.bind(null, (await props.params).applicationId);
  return (
    <SectionFrame opened={await openSection("documents", props)} action={action}>
      {(opened) =>
        opened.open ? (
          <Documents opened={opened} />
        ) : (
          <ReadOnlySection opened={opened} action={action} />
        )
      }
    </SectionFrame>
  );
}

async function Documents({ opened }: { opened: OpenedSection }) {
  const t = await getTranslations("documents");
  const { application, query, fromSummary, requests } = opened;
  const { answers, documents } = application;
  const { certificates, reference } = await answerNames(opened.viewer, application);
  const result = readUploadQuery(query);
  const title = await sectionTitle("documents");
  const failed = result ? placed(result) : [];
  const problems = documentProblems(opened);
  const onPaper = application.paper !== null;
  const needed = documentsNeeded(answers, reference, { day: todayInOttawa(), onPaper });
  const form = await getTranslations("form");
  return (
    <div className="layout">
      <div>
        {failed.length > 0 ? (
          <title>{`${form("error")} ${title}`}</title>
        ) : requests.length > 0 ? null : (
          <title>{title}</title>
        )}
        {problems.length > 0 ? (
          <FormMessages>
            <ErrorSummary state={{ ...emptyForm, problems }} />
          </FormMessages>
        ) : null}
        <UploadNotice result={result} removed={query["removed"] !== undefined} />
        {requests.length > 0 ? (
          <PortalForm
            id={pageFormId}
            action={answerOnDocuments.bind(null, application.id)}
            {...(failed.length > 0 ? {} : { title })}
          >
            <SectionRequests opened={opened} />
            <p className="actions">
              <button className="button button--secondary">{t("saveReply")}</button>
            </p>
          </PortalForm>
        ) : null}
        <h2>{t("whatHead")}</h2>
        <p>{t("whatIntro")}</p>
        <NeedList
          answers={answers}
          needed={needed}
          documents={documents}
          problems={new Map(problems.map(({ field, params }) => [field, params.sentence]))}
          certificates={certificates}
        />
        <h2 id="files">{t("filesHead")}</h2>
        <FileList opened={opened} failed={failed} />
        <h2>{t("addHead")}</h2>
        <UploadForm
          matter={{ applicationId: application.id }}
          back={sectionHref("documents", application.id, fromSummary ? "summary" : undefined)}
          {...(requests.length > 0 ? {} : { title })}
          used={documents.length}
          kind={nextKind(needed, documents)}
          {...(onPaper ? { kinds: Object.values(DocumentKind) } : {})}
        />
        <div className="actions">
          {application.status === "returned" && !fromSummary ? (
            <PageLink className="button" href={tasksHref(application.id)}>
              {t("backToTasks")}
            </PageLink>
          ) : (
            <PageLink className="button" href={sectionHref("summary", application.id)}>
              {fromSummary ? t("backToSummary") : t("toSummary")}
            </PageLink>
          )}
          {fromSummary || application.status === "returned" ? null : (
            <PageLink
              className="button button--secondary"
              href={sectionHref("goods", application.id)}
            >
              {t("previous")}
            </PageLink>
          )}
        </div>
      </div>
      <aside>
        <div className="card card--wash">
          <h2>{t("scan.title")}</h2>
          <p>{t("scan.text")}</p>
        </div>
        <div className="card">
          <h2>{t("paper.title")}</h2>
          <p>{t("paper.text")}</p>
        </div>
      </aside>
    </div>
  );
}
