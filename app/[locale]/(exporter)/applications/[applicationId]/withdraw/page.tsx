import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ask, takeBackRequest } from "./actions";
import {
  openSection,
  type SectionProps,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { PortalForm } from "@/components/form/portal-form";
import { RefusedPress } from "@/components/form/refused-press";
import { TextArea } from "@/components/form/text-area";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { longestReason } from "@/lib/applications/schema-withdraw";
import { fullTitle } from "@/lib/i18n/full-title";
import { getFormatter } from "@/lib/i18n/get-formatter";

export const metadata: Metadata = { title: null };

/** Asks the office to end an application that an officer has opened, or takes that back. */
export default async function WithdrawPage(props: SectionProps) {
  const { applicationId } = await props.params;
  const action = ask.bind(null, applicationId);
  const opened = await openSection("summary", props);
  if (!opened) {
    const t = await getTranslations("frame.notFound");
    return (
      <main id="main" className="container">
        <RefusedPress action={action} title={await fullTitle(t("title"))}>
          <RecordNotFound />
        </RefusedPress>
      </main>
    );
  }
  const t = await getTranslations("applications");
  const format = await getFormatter();
  const { id, number, mayWithdraw, withdrawal } = opened.application;
  const title = await fullTitle(t("withdraw.title"));
  const back = (
    <PageLink className="button button--secondary" href={tasksHref(id)}>
      {t("withdraw.keep")}
    </PageLink>
  );
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/applications", text: t("title") },
          { href: tasksHref(id), text: number ?? t("hub.draftTitle") },
        ]}
      />
      <main id="main" className="container">
        <h1>{t("withdraw.title")}</h1>
        <div className="column">
          {mayWithdraw && !withdrawal?.open ? (
            <PortalForm action={action} title={title}>
              <p>{t("withdraw.text")}</p>
              <TextArea
                name="reason"
                label={t("withdraw.reason")}
                hint={t("withdraw.reasonHint")}
                required
                maxLength={longestReason}
              />
              <div className="actions">
                <button className="button button--danger">{t("withdraw.button")}</button>
                {back}
              </div>
            </PortalForm>
          ) : (
            <RefusedPress action={action} title={title}>
              <title>{title}</title>
            </RefusedPress>
          )}
          {mayWithdraw && withdrawal?.open ? (
            <form action={takeBackRequest.bind(null, id)}>
              <h2>{t("withdraw.openTitle")}</h2>
              <p>
                {t("withdraw.openText", {
                  name: withdrawal.askedBy,
                  when: format.dateTime(withdrawal.askedAt, {
                    dateStyle: "long",
                    timeStyle: "short",
                  }),
                })}
              </p>
              <blockquote>
                <p>{withdrawal.reason}</p>
              </blockquote>
              <p>{t("withdraw.takeBackText")}</p>
              <div className="actions">
                <button className="button">{t("withdraw.takeBack")}</button>
                {back}
              </div>
            </form>
          ) : null}
          {mayWithdraw ? null : (
            <div className="notice">
              <h2>{t("withdraw.notPossible.title")}</h2>
              <p>{t("withdraw.notPossible.text")}</p>
              <p>{back}</p>
            </div>
          )}
        </div>
      </main>
    </>
  );
}
