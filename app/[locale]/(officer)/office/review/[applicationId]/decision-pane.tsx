import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { RecommendationNote } from "@/app/[locale]/(officer)/office/_desk/recommendation-note";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isBlocking } from "@/lib/reviews/findings";
import type { Review } from "@/lib/reviews/queries/find-review";
import type { HistoryEntry } from "@/lib/reviews/queries/list-history";
import { Changes } from "./changes";
import { CheckList } from "./check-list";
import { History } from "@/app/[locale]/(officer)/office/_desk/history";
import { Judgement } from "./judgement";
import { PassedChecks } from "./passed-checks";
import { RejectionNote } from "./rejection-note";
import { Requests } from "./requests";

interface Props {
  review: Review;
  history: readonly HistoryEntry[];
  viewer: OfficerViewer;
}

/** What a person must decide first, then what the machine saw, what was asked, and what happened. */
export async function DecisionPane({ review, history, viewer }: Props) {
  const t = await getTranslations("office.review.decide");
  const times = await deskTimes();
  const found = review.checks.flatMap(({ findings }) => findings);
  const blocking = found.filter(isBlocking);
  const toDecide = found.filter((finding) => !isBlocking(finding));
  return (
    <section className="pane" id="dec" aria-labelledby="dec-title" tabIndex={0}>
      <RejectionNote review={review} />
      <Changes review={review} viewer={viewer} />
      {review.recommendation ? <RecommendationNote recommendation={review.recommendation} /> : null}
      {blocking.length > 0 ? (
        <section>
          <h2>{t("stopped")}</h2>
          <p className="small">{t("stoppedText")}</p>
          <CheckList findings={blocking} accepting={false} />
        </section>
      ) : null}
      <section>
        <div className="line line--c">
          <h2 id="dec-title">
            {t("title")}{" "}
            {toDecide.length > 0 ? <span className="tag tag--amber">{toDecide.length}</span> : null}
          </h2>
          <span className="basis end">
            {t("runAt", { count: review.checks.length, when: times.near(review.checkedAt) })}
          </span>
        </div>
        {toDecide.length > 0 ? (
          <CheckList findings={toDecide} accepting={review.may.review} />
        ) : (
          <p className="small">{t("none")}</p>
        )}
        <PassedChecks review={review} />
      </section>
      {review.may.review ? <Judgement review={review} /> : null}
      <Requests review={review} />
      <History applicationId={review.id} entries={history} />
    </section>
  );
}
