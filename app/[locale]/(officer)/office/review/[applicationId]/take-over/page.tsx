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
import { findReview } from "@/lib/reviews/queries/find-review";
import { reviewLimits } from "@/lib/reviews/schema";
import { takeOverFile } from "./actions";

export const metadata: Metadata = { title: null };

/** Takes a file over from the officer who holds it; the reason stays in the history. */
export default async function TakeOverPage({
  params,
}: {
  params: Promise<{ applicationId: string }>;
}) {
  const viewer = await requireReviewer();
  const { applicationId } = await params;
  const review = await findReview(viewer, applicationId);
  const t = await getTranslations("office.takeOver");
  if (!review) return <DeskNotFound />;
  const times = await deskTimes();
  const { holderId, holderName, claimedAt, may } = review;
  const file = await fileHref(applicationId);
  return (
    <FilePage review={review}>
      <h1>{t("title", { number: review.number })}</h1>
      {may.takeOver && holderId && holderName ? (
        <>
          <p>{t("text", { holder: holderName, when: claimedAt ? times.near(claimedAt) : "" })}</p>
          <PortalForm
            action={takeOverFile.bind(null, applicationId)}
            title={await fullTitle(t("button"))}
          >
            <input type="hidden" name="from" value={holderId} />
            <TextArea
              name="reason"
              label={t("reason")}
              required
              rows={3}
              maxLength={reviewLimits.reason}
            />
            <div className="actions">
              <button className="button">{t("button")}</button>
              <PageLink className="button button--link" href={file}>
                {t("back")}
              </PageLink>
            </div>
          </PortalForm>
        </>
      ) : (
        <>
          <PageTitle title={t("button")} />
          <p className="note">{holderId === viewer.userId ? t("yours") : t("nobody")}</p>
          <PageLink href={file}>{t("back")}</PageLink>
        </>
      )}
    </FilePage>
  );
}
