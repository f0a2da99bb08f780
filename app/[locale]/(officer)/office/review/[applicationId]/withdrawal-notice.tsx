import { getTranslations } from "next-intl/server";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { fullName } from "@/lib/people/name";
import type { Review } from "@/lib/reviews/queries/find-review";

/** That the exporter asks to withdraw, which stands before everything else; nothing where they do not. */
export async function WithdrawalNotice({ review }: { review: Review }) {
  const t = await getTranslations("office.review.withdrawal");
  const answer = await getTranslations("office.withdrawal");
  const times = await deskTimes();
  const { withdrawal, may } = review;
  if (!withdrawal) return null;
  return (
    <section className="need" aria-labelledby="withdrawal-title">
      <h2 id="withdrawal-title">{t("title")}</h2>
      <p>
        {t("asked", { by: fullName(withdrawal.askedBy), when: times.near(withdrawal.askedAt) })}{" "}
        <q>{withdrawal.reason}</q>
      </p>
      <p>
        {t("text")}{" "}
        {may.answerWithdrawal ? (
          <PageLink
            href={{
              pathname: "/office/review/[applicationId]/withdrawal",
              params: { applicationId: review.id },
              query: await kept(),
            }}
          >
            {answer("title")}
          </PageLink>
        ) : (
          t("onlyReviewers")
        )}
      </p>
    </section>
  );
}
