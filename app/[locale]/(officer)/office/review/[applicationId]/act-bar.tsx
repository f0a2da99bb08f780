import { getTranslations } from "next-intl/server";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { PageLink } from "@/components/layout/page-link";
import { isBlocking } from "@/lib/reviews/findings";
import type { Review } from "@/lib/reviews/queries/find-review";

/** The acts that this person has on this file now. The filled one is what the data points to. */
export async function ActBar({ review }: { review: Review }) {
  const t = await getTranslations("office.review.acts");
  const { may, certificate } = review;
  const file = { params: { applicationId: review.id }, query: await kept() };
  const blocked = review.checks.some(({ findings }) => findings.some(isBlocking));
  const anything = may.review || may.rejectOverdue || may.sign || certificate;
  if (!anything) return null;
  return (
    <div className="acts">
      {may.review ? <span className="why">{blocked ? t("blocked") : t("ready")}</span> : null}
      <span className="end line line--c">
        {may.review || may.rejectOverdue ? (
          <PageLink
            className="button button--secondary button--no"
            href={{ pathname: "/office/review/[applicationId]/recommend", ...file }}
          >
            {may.review ? t("reject") : t("rejectOverdue")}
          </PageLink>
        ) : null}
        {may.review ? (
          <>
            <PageLink
              className={blocked ? "button" : "button button--secondary"}
              href={{ pathname: "/office/review/[applicationId]/return", ...file }}
            >
              {t("return")}
            </PageLink>
            <button className={blocked ? "button button--secondary" : "button"}>
              {t("recommend")}
            </button>
          </>
        ) : null}
        {may.sign ? (
          <PageLink
            className="button"
            href={{ pathname: "/office/issue/[applicationId]", ...file }}
          >
            {t("sign")}
          </PageLink>
        ) : null}
        {certificate ? (
          <PageLink
            className="button"
            href={{
              pathname: "/office/certificates/[certificateId]",
              params: { certificateId: certificate.id },
            }}
          >
            {t("certificate", { number: certificate.number })}
          </PageLink>
        ) : null}
      </span>
    </div>
  );
}
