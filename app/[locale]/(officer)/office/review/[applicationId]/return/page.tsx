import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { FilePage } from "@/app/[locale]/(officer)/office/_desk/file-page";
import { fileHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireReviewer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { todayInOttawa } from "@/lib/clock";
import { getCalendar } from "@/lib/reference/queries";
import { workingDaysAfter } from "@/lib/reference/working-days";
import { findReview } from "@/lib/reviews/queries/find-review";
import { listPrepared } from "@/lib/reviews/queries/list-prepared";
import { listReturnReasons } from "@/lib/reference/queries";
import { nameIn } from "@/lib/reference/lookups";
import { sections } from "@/lib/applications/sections";
import { letterProps } from "@/app/[locale]/(officer)/office/_desk/letter-props";
import { reviewLimits } from "@/lib/reviews/schema";
import { returnFile } from "./actions";
import { handedOver, type HandedOver } from "./handed-over";
import { NoticePreview } from "./notice-preview";
import { placesToAsk } from "./places-to-ask";
import { RequestRows } from "./request-rows";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<HandedOver>;
}

/** The notice of deficiency: what must change, why, by when, and the notice as it will be read. */
export default async function ReturnPage({ params, searchParams }: Props) {
  const viewer = await requireReviewer();
  const { applicationId } = await params;
  const review = await findReview(viewer, applicationId);
  if (!review) return <DeskNotFound />;
  const t = await getTranslations("office.return");
  const file = await fileHref(applicationId);
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
  const { snapshot, submitter } = review;
  const say = await getTranslations();
  const places = placesToAsk(snapshot, say);
  const reasons = await listReturnReasons(todayInOttawa());
  const calendar = await getCalendar();
  const inDays = (days: number) => workingDaysAfter(todayInOttawa(), days, calendar);
  const values = new Set(places.map(({ value }) => value));
  const prepared = await listPrepared(viewer, applicationId);
  const begun = prepared.map(({ place, reasonCode, words }) => ({
    ...{ place, reasonCode: reasonCode ?? "", reason: words },
  }));
  const initial = handedOver(await searchParams, begun, values, reviewLimits, inDays(10));
  const letter = await letterProps(review, viewer.userId);
  const namedIn = async ({ language }: { language: "en" | "fr" }) => {
    const named = placesToAsk(snapshot, await getTranslations({ locale: language }));
    return Object.fromEntries(named.map(({ value, named }) => [value, named]));
  };
  const offered = reasons.map((reason) => {
    const section = sections.find((each) => each === reason.section);
    return {
      code: reason.code,
      section: reason.section,
      name: nameIn(reason, locale),
      group: section ? say(`sections.${section}`) : t("anySection"),
    };
  });
  return (
    <FilePage review={review}>
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <PortalForm action={returnFile.bind(null, applicationId)} title={await fullTitle(t("title"))}>
        <div className="two two--wide">
          <div>
            <p className="note">{t(`language.${submitter.language}`)}</p>
            {prepared.length > 0 ? (
              <p className="note">{t("prepared", { count: prepared.length })}</p>
            ) : null}
            <RequestRows
              places={places.map(({ value, text, section }) => ({
                value,
                text,
                group: section,
              }))}
              reasons={offered}
              initial={initial}
              words={{
                request: t.raw("request") as string,
                remove: t.raw("remove") as string,
                section: t("section"),
                choose: t("choose"),
                chosen: t("chosen"),
                chosenHint: t("chosenHint"),
                noReason: t("noReason"),
                reason: t("reason"),
                add: t("add"),
              }}
              limits={reviewLimits}
            />
            <TextField
              name="dueOn"
              label={t("due")}
              hint={t("dueHint", { five: inDays(5), ten: inDays(10) })}
              value={initial["dueOn"]}
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
            {...letter}
            initial={initial}
            places={[await namedIn(letter.letterWords[0]), await namedIn(letter.letterWords[1])]}
            reasons={reasons}
          />
        </div>
        <div className="acts acts--bleed">
          <span className="end line line--c">
            <PageLink className="button button--link" href={file}>
              {t("back")}
            </PageLink>
            <button className="button button--secondary" name="intent" value="preview">
              {t("preview")}
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
