import { getTranslations } from "next-intl/server";
import { CheckList } from "@/app/[locale]/(officer)/office/review/[applicationId]/check-list";
import { PassedChecks } from "@/app/[locale]/(officer)/office/review/[applicationId]/passed-checks";
import { isBlocking } from "@/lib/reviews/findings";
import type { Review } from "@/lib/reviews/queries/find-review";

/** The checks, run again when the page was opened; they run once more in the act itself. */
export async function TodaysChecks({ review }: { review: Review }) {
  const t = await getTranslations("office.sign.checks");
  const found = review.checks.flatMap(({ findings }) => findings);
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title">{t("title")}</h2>
      {found.some(isBlocking) ? <p className="law">{t("blocked")}</p> : null}
      {found.length > 0 ? <CheckList findings={found} deciding={false} /> : null}
      <PassedChecks review={review} />
    </section>
  );
}
