import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { FilePage } from "@/app/[locale]/(officer)/office/_desk/file-page";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireReviewer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { dateInOttawa, now } from "@/lib/clock";
import { listHolidays } from "@/lib/reference/queries";
import { dueAt, promisedHours } from "@/lib/reference/working-time";
import { findReview } from "@/lib/reviews/queries/find-review";
import { reviewLimits } from "@/lib/reviews/schema";
import { returnFile } from "./actions";
import { NoticePreview } from "./notice-preview";
import { placesToAsk } from "./places-to-ask";
import { RequestRows } from "./request-rows";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<{ section?: string | string[] }>;
}

/** The notice of deficiency: what must change, why, by when, and the notice as it will be read. */
export default async function ReturnPage({ params, searchParams }: Props) {
  const viewer = await requireReviewer();
  const { applicationId } = await params;
  const review = await findReview(viewer, applicationId);
  if (!review) return <DeskNotFound />;
  const t = await getTranslations("office.return");
  const file = { pathname: "/office/review/[applicationId]", params: { applicationId } } as const;
  if (!review.may.review) {
    return (
      <FilePage review={review}>
        <PageTitle title={t("title")} />
        <h1>{t("title")}</h1>
        <p className="note">{t("notNow")}</p>
        <PageLink href={file}>{t("back")}</PageLink>
      </FilePage>
    );
  }
  const locale = await getLocale();
  const { answers } = review.snapshot;
  const places = placesToAsk(answers, await getTranslations());
  const { section } = await searchParams;
  const holidays = await listHolidays();
  const inDays = (days: number) => dateInOttawa(dueAt(now(), days * promisedHours, holidays));
  const { name, language } = review.submitter;
  const preview = await getTranslations({ locale: language, namespace: "office.return.preview" });
  const theirs = placesToAsk(answers, await getTranslations({ locale: language }));
  return (
    <FilePage review={review}>
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <PortalForm action={returnFile.bind(null, applicationId)} title={await fullTitle(t("title"))}>
        <div className="two two--wide">
          <div>
            <p className="note">{t(`language.${language}`)}</p>
            <RequestRows
              places={places.map(({ value, inSection, section }) => ({
                value,
                text: inSection,
                group: section,
              }))}
              first={places.some(({ value }) => value === section) ? String(section) : ""}
              words={{
                request: t.raw("request") as string,
                remove: t.raw("remove") as string,
                section: t("section"),
                choose: t("choose"),
                reason: t("reason"),
                add: t("add"),
              }}
              limits={reviewLimits}
            />
            <TextField
              name="dueOn"
              label={t("due")}
              hint={t("dueHint", { five: inDays(5), ten: inDays(10) })}
              value={inDays(10)}
              required
              width="w-12"
            />
            <section className="box">
              <h2>{t("happens.title")}</h2>
              <ul className="small">
                {(["clock", "carats", "declarations", "keep"] as const).map((what) => (
                  <li key={what}>{t(`happens.${what}`)}</li>
                ))}
              </ul>
            </section>
          </div>
          <NoticePreview
            title={t("preview.title")}
            empty={t("preview.empty")}
            language={language}
            places={Object.fromEntries(theirs.map(({ value, named }) => [value, named]))}
            exporterName={review.exporterName}
            officer={viewer.name}
            words={{
              office: preview("office"),
              department: preview("department"),
              attention: preview("attention", { name }),
              subject: preview("subject", { number: review.number }),
              opening: preview("opening"),
              answerBy: preview.raw("answerBy") as string,
              notRefusal: preview("notRefusal"),
            }}
          />
        </div>
        <div className="acts acts--bleed">
          <span className="end line line--c">
            <PageLink className="button button--link" href={file}>
              {t("back")}
            </PageLink>
            <button className="button button--secondary" name="intent" value="preview">
              {t("preview.button")}
            </button>
            <button className="button" name="intent" value="return" lang={locale}>
              {t("button")}
            </button>
          </span>
        </div>
      </PortalForm>
    </FilePage>
  );
}
