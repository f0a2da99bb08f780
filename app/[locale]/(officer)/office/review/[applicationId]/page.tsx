import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActBar } from "./act-bar";
import { ApplicationPane } from "./application-pane";
import { CaseBar } from "./case-bar";
import { DecisionPane } from "./decision-pane";
import { DocumentsPane } from "./documents-pane";
import { MissedNotice } from "./missed-notice";
import { readDesk } from "./read-desk";
import { RecommendForm } from "./recommend-form";
import { WithdrawalNotice } from "./withdrawal-notice";
import { WorkAgain } from "./work-again";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { OpenWithYou } from "@/app/[locale]/(officer)/office/_desk/open-with-you";
import { PageTitle } from "@/components/layout/page-title";
import { addressHere, requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { findAtHand } from "@/lib/reviews/queries/find-at-hand";
import { placeIn } from "@/lib/reviews/queue-filter";

interface Props {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<{ missed?: string | string[] }>;
}

export const metadata: Metadata = { title: null };

/** Application, papers and decision side by side; one column where there is no room. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { applicationId } = await params;
  const viewer = await requireOfficer();
  const desk = await readDesk(viewer, applicationId);
  const t = await getTranslations("office.review");
  if (!desk) return <DeskNotFound />;
  const { review, work, saving } = desk;
  const { held } = await findAtHand(viewer);
  const title = t("title", { number: review.number });
  const { missed } = await searchParams;
  const panes = (
    <>
      <div className="work">
        <ApplicationPane review={review} work={work} />
        <DocumentsPane review={review} work={work} />
        <DecisionPane desk={desk} />
      </div>
      <ActBar review={review} saving={saving} />
    </>
  );
  return (
    <div className="office--desk">
      <main id="main" className="desk-main">
        <CaseBar review={review} viewer={viewer}>
          <OpenWithYou files={held} place={placeIn(await addressHere())} here={review.id} />
        </CaseBar>
        {typeof missed === "string" ? <MissedNotice review={review} missed={missed} /> : null}
        <WithdrawalNotice review={review} />
        {review.may.review ? <WorkAgain work={work} /> : null}
        <nav aria-label={t("parts.label")}>
          <ul className="jump">
            <li>
              <a href="#app">{t("parts.application")}</a>
            </li>
            <li>
              <a href="#docs">{t("parts.documents")}</a>
            </li>
            <li>
              <a href="#dec">{t("parts.decide")}</a>
            </li>
          </ul>
        </nav>
        {review.may.review ? (
          <RecommendForm review={review} work={work} title={await fullTitle(title)}>
            {panes}
          </RecommendForm>
        ) : (
          <div className="desk-form">
            <PageTitle title={title} />
            {panes}
          </div>
        )}
      </main>
    </div>
  );
}
