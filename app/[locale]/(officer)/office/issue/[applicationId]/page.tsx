import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RecommendationNote } from "@/app/[locale]/(officer)/office/_desk/recommendation-note";
import { rejectionLetterProps } from "@/app/[locale]/(officer)/office/_desk/letter-props";
import { pageFormId } from "@/components/form/page-form";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { WithdrawalNotice } from "@/app/[locale]/(officer)/office/review/[applicationId]/withdrawal-notice";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { asksToStepUp } from "@/lib/auth/asks-to-step-up";
import { requireSignatory } from "@/lib/auth/current";
import { findToPrint } from "@/lib/certificates/queries";
import { fullTitle } from "@/lib/i18n/full-title";
import { getPathname } from "@/lib/i18n/navigation";
import { findReview } from "@/lib/reviews/queries/find-review";
import { CertificatePreview } from "./certificate-preview";
import { IssueForm } from "./issue-form";
import { RejectForm } from "./reject-form";
import { SendBackForm } from "./send-back-form";
import { SinceRecommendation } from "./since-recommendation";
import { TodaysChecks } from "./todays-checks";
import { TwoPairs } from "./two-pairs";

interface Props {
  params: Promise<{ applicationId: string }>;
}

export const metadata: Metadata = { title: null };

/** One file on the signatory's desk: the advice, the checks run again, what will be issued, the act. */
export default async function SignFilePage({ params }: Props) {
  const { applicationId } = await params;
  const viewer = await requireSignatory();
  const review = await findReview(viewer, applicationId);
  const t = await getTranslations("office.sign");
  const states = await getTranslations("status.office");
  if (!review) {
    return (
      <main id="main" className="o-page">
        <RecordNotFound back={<PageLink href="/office/issue">{t("title")}</PageLink>} />
      </main>
    );
  }
  const { number, exporterName, recommendation, objections, may, status } = review;
  const file = { pathname: "/office/review/[applicationId]", params: { applicationId } } as const;
  const here = { pathname: "/office/issue/[applicationId]", params: { applicationId } } as const;
  const title = t("fileTitle", { number });
  const steppedUp = !(await asksToStepUp(viewer));
  const mainForm = may.sign && recommendation && objections.length === 0 && steppedUp;
  const issuing = recommendation?.outcome === "issue";
  const toPrint = issuing && may.sign ? await findToPrint(viewer, review.facts) : null;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/issue", text: t("title") }]} />
      <main id="main" className="o-page">
        {mainForm ? null : <PageTitle title={title} />}
        <div className="line line--c">
          <h1>{title}</h1>
          <p>{exporterName}</p>
          <p className="end">
            <PageLink href={file}>{t("openFile")}</PageLink>
          </p>
        </div>
        <WithdrawalNotice review={review} />
        {may.sign && recommendation ? (
          <>
            <SinceRecommendation recommendation={recommendation} checks={review.checks} />
            <div className="two">
              {issuing ? <CertificatePreview facts={toPrint} /> : null}
              <div>
                <RecommendationNote recommendation={recommendation} />
                <TodaysChecks review={review} />
              </div>
            </div>
            <TwoPairs review={review} />
            {objections.length > 0 ? null : !steppedUp ? (
              <StepUpNotice returnTo={getPathname({ href: here, locale: await getLocale() })} />
            ) : issuing ? (
              <IssueForm
                applicationId={applicationId}
                signatoryId={viewer.userId}
                recommendationId={recommendation.id}
                title={await fullTitle(title)}
              />
            ) : (
              <RejectForm
                applicationId={applicationId}
                signatoryId={viewer.userId}
                recommendationId={recommendation.id}
                title={await fullTitle(title)}
                letter={await rejectionLetterProps(review, viewer.userId)}
              />
            )}
            {review.ownProfile ? null : (
              <SendBackForm
                applicationId={applicationId}
                id={mainForm && !issuing ? undefined : pageFormId}
              />
            )}
          </>
        ) : (
          <p className="note">
            {t("notWaiting", { state: states(status) })}{" "}
            {review.certificate ? (
              <PageLink
                href={{
                  pathname: "/office/certificates/[certificateId]",
                  params: { certificateId: review.certificate.id },
                }}
              >
                {review.certificate.number}
              </PageLink>
            ) : null}
          </p>
        )}
      </main>
    </>
  );
}
