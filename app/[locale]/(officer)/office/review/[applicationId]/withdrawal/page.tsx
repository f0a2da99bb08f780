import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { FilePage } from "@/app/[locale]/(officer)/office/_desk/file-page";
import { fileHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireReviewer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { fullName } from "@/lib/people/name";
import { findReview } from "@/lib/reviews/queries/find-review";
import { reviewLimits } from "@/lib/reviews/schema";
import { accept, refuse } from "./actions";

export const metadata: Metadata = { title: null };

/** What an exporter asks who wants an application to end, and the office's two answers. */
export default async function WithdrawalPage({
  params,
}: {
  params: Promise<{ applicationId: string }>;
}) {
  const viewer = await requireReviewer();
  const { applicationId } = await params;
  const review = await findReview(viewer, applicationId);
  const t = await getTranslations("office.withdrawal");
  const asks = await getTranslations("office.review.withdrawal");
  if (!review) return <DeskNotFound />;
  const times = await deskTimes();
  const { withdrawal, may } = review;
  const file = await fileHref(applicationId);
  return (
    <FilePage review={review}>
      <h1>{t("title")}</h1>
      {withdrawal && may.answerWithdrawal ? (
        <>
          <p>
            {asks("asked", {
              by: fullName(withdrawal.askedBy),
              when: times.near(withdrawal.askedAt),
            })}
          </p>
          <blockquote>
            <p>{withdrawal.reason}</p>
          </blockquote>
          <PortalForm action={refuse.bind(null, applicationId)} title={await fullTitle(t("title"))}>
            <input type="hidden" name="request" value={withdrawal.id} />
            <h2>{t("refuse.title")}</h2>
            <p>{t("refuse.text")}</p>
            <TextArea
              name="reason"
              label={t("refuse.reason")}
              required
              rows={3}
              maxLength={reviewLimits.reason}
            />
            <button className="button button--secondary">{t("refuse.button")}</button>
          </PortalForm>
          <PortalForm action={accept.bind(null, applicationId)}>
            <input type="hidden" name="request" value={withdrawal.id} />
            <h2>{t("accept.title")}</h2>
            <p>{t("accept.text")}</p>
            <div className="actions">
              <button className="button button--danger">{t("accept.button")}</button>
              <PageLink className="button button--link" href={file}>
                {t("back")}
              </PageLink>
            </div>
          </PortalForm>
        </>
      ) : (
        <>
          <PageTitle title={t("title")} />
          <p className="note">{t("none")}</p>
          <PageLink href={file}>{t("back")}</PageLink>
        </>
      )}
    </FilePage>
  );
}
