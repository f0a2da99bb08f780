import { getTranslations } from "next-intl/server";
import { SelfSaving } from "./self-saving";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { PageLink } from "@/components/layout/page-link";
import { isBlocking } from "@/lib/reviews/findings";
import type { Review } from "@/lib/reviews/queries/find-review";

interface Props {
  review: Review;
  /** Where the form saves itself, and what is said of the last time. */
  saving: { address: string; before: string };
}

/** The acts that this person has on this file now. The filled one is what the data points to. */
export async function ActBar({ review, saving }: Props) {
  const t = await getTranslations("office.review.acts");
  const work = await getTranslations("office.review.work");
  const { may, certificate } = review;
  const file = { params: { applicationId: review.id }, query: await kept() };
  const blocked = review.checks.some(({ findings }) => findings.some(isBlocking));
  const anything = may.review || may.rejectOverdue || may.sign || certificate;
  if (!anything) return null;
  const press = (intent: string, look: string, text: string) => (
    <button className={`button ${look}`} name="intent" value={intent}>
      {text}
    </button>
  );
  return (
    <div className="acts">
      {may.review ? (
        <div className="acts__say">
          <p className="why">{blocked ? t("blocked") : t("ready")}</p>
          <SelfSaving {...saving} />
        </div>
      ) : null}
      <span className="end line line--c">
        {may.review ? (
          <>
            {press("save", "button--link", work("save"))}
            {press("reject", "button--secondary button--no", t("reject"))}
            {press("return", blocked ? "" : "button--secondary", t("return"))}
            {press("recommend", blocked ? "button--secondary" : "", t("recommend"))}
          </>
        ) : null}
        {may.rejectOverdue ? (
          <PageLink
            className="button button--secondary button--no"
            href={{ pathname: "/office/review/[applicationId]/recommend", ...file }}
          >
            {t("rejectOverdue")}
          </PageLink>
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
