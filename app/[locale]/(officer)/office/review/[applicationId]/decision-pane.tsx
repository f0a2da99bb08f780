import { getTranslations } from "next-intl/server";
import { Changes } from "./changes";
import { CheckList } from "./check-list";
import { EarlierFiles } from "./earlier-files";
import { Judgement } from "./judgement";
import { Notes } from "./notes";
import { PassedChecks } from "./passed-checks";
import type { Desk } from "./read-desk";
import { RejectionNote } from "./rejection-note";
import { Requests } from "./requests";
import { Signals } from "./signals";
import { History } from "@/app/[locale]/(officer)/office/_desk/history";
import { RecommendationNote } from "@/app/[locale]/(officer)/office/_desk/recommendation-note";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { isBlocking } from "@/lib/reviews/findings";

/** What a person must decide first, then what the machine saw, what was asked, and what happened. */
export async function DecisionPane({ desk }: { desk: Desk }) {
  const t = await getTranslations("office.review.decide");
  const times = await deskTimes();
  const { review, work, history } = desk;
  const found = review.checks.flatMap(({ findings }) => findings);
  const blocking = found.filter(isBlocking);
  const toDecide = found.filter((finding) => !isBlocking(finding));
  return (
    <section className="pane" id="dec" aria-labelledby="dec-title" tabIndex={0}>
      <RejectionNote review={review} />
      <Changes review={review} before={work.before} />
      {review.recommendation ? <RecommendationNote recommendation={review.recommendation} /> : null}
      {blocking.length > 0 ? (
        <section>
          <h2>{t("stopped")}</h2>
          <p className="small">{t("stoppedText")}</p>
          <CheckList findings={blocking} deciding={false} />
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
          <CheckList findings={toDecide} deciding={review.may.review} />
        ) : (
          <p className="small">{t("none")}</p>
        )}
        <PassedChecks review={review} />
      </section>
      {review.may.review ? <Judgement review={review} /> : null}
      <Signals signals={desk.signals} />
      <Requests review={review} />
      <Notes review={review} notes={desk.notes} writing={desk.writing} />
      <EarlierFiles review={review} files={desk.earlier} />
      <History applicationId={review.id} entries={history} />
    </section>
  );
}
