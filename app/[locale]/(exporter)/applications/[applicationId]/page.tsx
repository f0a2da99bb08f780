import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutCard } from "./about-card";
import { CopyNotice } from "./copy-notice";
import { Glance } from "./glance";
import { PaperNotice } from "./paper-notice";
import { OwnChanges } from "./own-changes";
import { ReferenceNotice } from "./reference-notice";
import { RequestList } from "./request-list";
import { StandNotice } from "./stand-notice";
import { TaskList } from "./task-list";
import { openSection, type SectionProps } from "./open-section";
import { sectionHref } from "./section-href";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";

export const metadata: Metadata = { title: null };

/** An application as a whole: its sections, where it stands, and what the reader can do. */
export default async function ApplicationPage(props: SectionProps) {
  const opened = await openSection("summary", props);
  if (!opened) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const { application, query } = opened;
  const t = await getTranslations();
  const { number, status, requests } = application;
  const returned = status === "returned";
  const open = requests.filter((request) => request.open).length;
  const named = number ? t("application.named", { number }) : t("applications.hub.draftTitle");
  return (
    <>
      <Breadcrumbs trail={[{ href: "/applications", text: t("applications.title") }]} />
      <main id="main" className="container">
        <PageTitle title={named} />
        <PaperNotice opened={opened} />
        <p className="caption">
          {returned
            ? `${named}, ${application.exporter.legalName}`
            : application.exporter.legalName}
        </p>
        <h1>
          {returned
            ? open > 0
              ? t("applications.hub.returnedTitle", { count: open })
              : t("applications.hub.returnedAnswered")
            : named}
        </h1>
        <div className="layout">
          <div>
            {query["moved"] ? (
              <div className="notice notice--warning" role="alert">
                <h2>{t("applications.cancel.moved")}</h2>
              </div>
            ) : null}
            {query["limited"] ? (
              <div className="notice notice--warning" role="alert">
                <h2>{t("applications.hub.limitedTitle")}</h2>
                <p>{t("applications.hub.limitedText")}</p>
              </div>
            ) : null}
            <StandNotice opened={opened} />
            <ReferenceNotice opened={opened} />
            {returned ? <RequestList opened={opened} /> : null}
            <OwnChanges opened={opened} />
            {status === "draft" ? <CopyNotice opened={opened} /> : null}
            {status === "draft" ? <TaskList opened={opened} /> : null}
            {status === "draft" || returned ? null : <Glance opened={opened} />}
            {returned && application.permissions.includes("prepare") ? (
              <div className="actions">
                <PageLink className="button" href={sectionHref("summary", application.id)}>
                  {open > 0
                    ? t("applications.hub.resubmitLeft", { count: open })
                    : t("applications.hub.resubmit")}
                </PageLink>
              </div>
            ) : null}
          </div>
          <AboutCard opened={opened} />
        </div>
      </main>
    </>
  );
}
