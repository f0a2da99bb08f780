import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { FilePage } from "@/app/[locale]/(officer)/office/_desk/file-page";
import { fileHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { letterProps } from "@/app/[locale]/(officer)/office/_desk/letter-props";
import { RejectionPreview } from "@/app/[locale]/(officer)/office/_desk/rejection-preview";
import { shownWork } from "@/app/[locale]/(officer)/office/review/[applicationId]/press";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireReviewer } from "@/lib/auth/current";
import { emptyForm } from "@/lib/forms/form-state";
import { fullTitle } from "@/lib/i18n/full-title";
import { showDate } from "@/lib/forms/dates";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { questions } from "@/lib/reviews/checklist";
import { grounds } from "@/lib/reviews/grounds";
import { findReview } from "@/lib/reviews/queries/find-review";
import { findWork } from "@/lib/reviews/queries/find-work";
import { reviewLimits } from "@/lib/reviews/schema";
import { recommendRejection } from "./actions";

export const metadata: Metadata = { title: null };

/** Whoever will sign is not known yet. */
const unsigned = { name: "", title: { en: null, fr: null } };

/** Advises a signatory to reject: the ground in the Act, the reasons, and the three questions. */
export default async function RecommendRejectionPage({
  params,
}: {
  params: Promise<{ applicationId: string }>;
}) {
  const viewer = await requireReviewer();
  const { applicationId } = await params;
  const review = await findReview(viewer, applicationId);
  const t = await getTranslations("office.reject");
  const judge = await getTranslations("office.review.judge");
  if (!review) return <DeskNotFound />;
  const locale = await getLocale();
  const { may, answerDueOn, facts, snapshot, submitter } = review;
  const file = await fileHref(applicationId);
  const country = nameIn(
    countryNames(facts.reference, snapshot.answers.consignee?.consignee?.country ?? ""),
    locale,
  );
  const offered = may.rejectOverdue
    ? grounds.filter((ground) => ground === "not_remedied")
    : grounds;
  const returned = review.changeRequests.length > 0;
  const asked: readonly string[] = may.review ? questions : [];
  // Without the reasons for issuing, which are the office's own: those of a rejection the exporter reads.
  const { work } = await findWork(viewer, review);
  const kept = shownWork({ ...work, reasons: "" }, locale);
  const letter = await letterProps(review, viewer.userId);
  return (
    <FilePage review={review}>
      <h1>{t("title")}</h1>
      {may.review || may.rejectOverdue ? (
        <>
          <p>{t("intro")}</p>
          <p className="note">{t(`language.${submitter.language}`)}</p>
          {may.rejectOverdue && answerDueOn ? (
            <p className="note">{t("overdue", { date: showDate(answerDueOn, locale) })}</p>
          ) : null}
          <PortalForm
            action={recommendRejection.bind(null, applicationId)}
            title={await fullTitle(t("title"))}
            initial={{ ...emptyForm, values: kept }}
          >
            {/* What else was done in the workspace is kept with the recommendation. */}
            {Object.entries(kept).map(([name, value]) =>
              asked.includes(name) || name === "reasons" ? null : (
                <HiddenField key={name} name={name} value={value} />
              ),
            )}
            <div className="two two--wide">
              <div>
                <ChoiceField
                  name="ground"
                  label={t("ground")}
                  required
                  choices={offered
                    .filter((ground) => returned || ground !== "not_remedied")
                    .map((ground) => ({
                      value: ground,
                      text: t(`grounds.${ground}`),
                      hint: t(`basis.${ground}`),
                    }))}
                />
                {may.review
                  ? questions.map((question) => (
                      <ChoiceField
                        key={question}
                        name={question}
                        label={judge(question, { country })}
                        required
                        inline
                        choices={[
                          { value: "yes", text: judge("yes") },
                          { value: "no", text: judge("no") },
                        ]}
                      />
                    ))
                  : null}
                <TextArea
                  name="reasons"
                  label={t("reasons")}
                  hint={t("reasonsHint")}
                  required
                  rows={6}
                  maxLength={reviewLimits.reasons}
                />
              </div>
              <RejectionPreview
                words={letter.words}
                facts={{ ...letter.facts, by: unsigned, ground: null, reasons: "" }}
                letterWords={letter.letterWords}
              />
            </div>
            <div className="actions">
              <button className="button button--secondary" name="intent" value="preview">
                {t("preview")}
              </button>
              <button className="button" name="intent" value="recommend">
                {t("button")}
              </button>
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
