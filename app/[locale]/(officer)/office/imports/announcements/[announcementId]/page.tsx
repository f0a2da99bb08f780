import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { ScanPane } from "@/app/[locale]/(officer)/office/imports/_parts/scan-pane";
import { Timeline } from "@/app/[locale]/(officer)/office/_desk/timeline";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { findSentAnnouncement } from "@/lib/imports/queries/find-sent-announcement";
import { AnswerForm } from "./answer-form";
import { AnswerGiven } from "./answer-given";
import { Stated } from "./stated";

export const metadata: Metadata = { title: null };

const tags = {
  sent: "tag tag--amber",
  returned: "tag",
  draft: "tag",
  registered: "tag tag--green",
  declined: "tag",
  withdrawn: "tag",
} as const;

interface Props {
  params: Promise<{ announcementId: string }>;
}

/** An import as its exporter announced it: to register, to ask about, or to decline. */
export default async function AnnouncementPage({ params }: Props) {
  const viewer = await requireOfficer();
  const { announcementId } = await params;
  const announced = await findSentAnnouncement(viewer, announcementId);
  if (!announced) return <DeskNotFound />;
  const t = await getTranslations("office.imports");
  const words = await getTranslations("office.imports.announcement");
  const { number, status, mayAnswer, ownProfile } = announced;
  const title = number ? words("title", { number }) : words("titleNone");
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/imports", text: t("title") }]} />
      <main id="main" className="o-page">
        {mayAnswer ? null : <PageTitle title={title} />}
        <div className="line line--c">
          <h1>{title}</h1>
          <span className={tags[status]}>{words(`states.${status}`)}</span>
          {mayAnswer ? (
            <PageLink
              className="button end"
              href={{
                pathname: "/office/imports/new",
                query: { announcement: announcementId },
              }}
            >
              {words("register")}
            </PageLink>
          ) : null}
        </div>
        <div className="two">
          <div>
            <Stated announced={announced} />
            <AnswerGiven announced={announced} />
            {mayAnswer ? <AnswerForm announced={announced} title={await fullTitle(title)} /> : null}
            {status === "sent" && !mayAnswer ? (
              <p className="note">{words(ownProfile ? "own" : "notReviewer")}</p>
            ) : null}
          </div>
          <ScanPane documents={announced.documents} none="none" />
        </div>
        <Timeline viewer={viewer} of={{ kind: "announcement", id: announcementId }} />
      </main>
    </>
  );
}
