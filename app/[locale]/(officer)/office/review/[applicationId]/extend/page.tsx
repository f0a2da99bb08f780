import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { FilePage } from "@/app/[locale]/(officer)/office/_desk/file-page";
import { fileHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireReviewer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { fullTitle } from "@/lib/i18n/full-title";
import { getCalendar } from "@/lib/reference/queries";
import { workingDaysAfter } from "@/lib/reference/working-days";
import { findReview } from "@/lib/reviews/queries/find-review";
import { reviewLimits } from "@/lib/reviews/schema";
import { extendFile } from "./actions";

export const metadata: Metadata = { title: null };

/** A later day to answer by, with the reason that the exporter reads. */
export default async function ExtendPage({
  params,
}: {
  params: Promise<{ applicationId: string }>;
}) {
  const viewer = await requireReviewer();
  const { applicationId } = await params;
  const review = await findReview(viewer, applicationId);
  const t = await getTranslations("office.extend");
  if (!review) return <DeskNotFound />;
  const locale = await getLocale();
  const { answerDueOn, may } = review;
  const calendar = await getCalendar();
  const from = [answerDueOn ?? "", todayInOttawa()].sort().at(-1) ?? "";
  const later = (days: number) => workingDaysAfter(from, days, calendar);
  const file = await fileHref(applicationId);
  return (
    <FilePage review={review}>
      <h1>{t("title")}</h1>
      {may.extend && answerDueOn ? (
        <>
          <p>{t("now", { date: showDate(answerDueOn, locale) })}</p>
          <PortalForm
            action={extendFile.bind(null, applicationId)}
            title={await fullTitle(t("title"))}
          >
            <TextField
              name="dueOn"
              label={t("due")}
              hint={t("dueHint", { five: later(5), ten: later(10) })}
              value={later(5)}
              required
              width="w-12"
            />
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
          <PageTitle title={t("title")} />
          <p className="note">{t("notNow")}</p>
          <PageLink href={file}>{t("back")}</PageLink>
        </>
      )}
    </FilePage>
  );
}
