import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { OpenWithYou } from "@/app/[locale]/(officer)/office/_desk/open-with-you";
import { PageTitle } from "@/components/layout/page-title";
import { addressHere, requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { findReview } from "@/lib/reviews/queries/find-review";
import { findAtHand } from "@/lib/reviews/queries/find-at-hand";
import { listHistory } from "@/lib/reviews/queries/list-history";
import { placeIn } from "@/lib/reviews/queue-filter";
import { ActBar } from "./act-bar";
import { ApplicationPane } from "./application-pane";
import { CaseBar } from "./case-bar";
import { DecisionPane } from "./decision-pane";
import { DocumentsPane } from "./documents-pane";
import { MissedNotice } from "./missed-notice";
import { RecommendForm } from "./recommend-form";
import { WithdrawalNotice } from "./withdrawal-notice";

interface Props {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<{ missed?: string | string[] }>;
}

export const metadata: Metadata = { title: null };

/** Application, papers and decision side by side; one column where there is no room. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { applicationId } = await params;
  const viewer = await requireOfficer();
  const review = await findReview(viewer, applicationId);
  const t = await getTranslations("office.review");
  if (!review) return <DeskNotFound />;
  const history = await listHistory(viewer, applicationId);
  const { held } = await findAtHand(viewer);
  const title = t("title", { number: review.number });
  const { missed } = await searchParams;
  const panes = (
    <>
      <div className="work">
        <ApplicationPane review={review} />
        <DocumentsPane review={review} />
        <DecisionPane review={review} history={history} viewer={viewer} />
      </div>
      <ActBar review={review} />
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
          <RecommendForm applicationId={applicationId} title={await fullTitle(title)}>
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
