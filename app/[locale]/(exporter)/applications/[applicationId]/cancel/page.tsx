import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cancel, takeBack } from "./actions";
import {
  openSection,
  type SectionProps,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";

export const metadata: Metadata = { title: null };

/** Asks before an application is pulled back or cancelled. */
export default async function CancelPage(props: SectionProps) {
  const opened = await openSection("summary", props);
  if (!opened) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const { id, number, moves } = opened.application;
  const t = await getTranslations("applications");
  const mayPullBack = moves.includes("pullBack");
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/applications", text: t("title") },
          { href: tasksHref(id), text: number ?? t("hub.draftTitle") },
        ]}
      />
      <main id="main" className="container">
        <PageTitle title={t("cancel.title")} />
        <h1>{mayPullBack ? t("cancel.title") : t("cancel.draftTitle")}</h1>
        {moves.includes("cancel") ? (
          <div className="column">
            {mayPullBack ? (
              <form action={takeBack.bind(null, id)}>
                <h2>{t("cancel.pullBackHead")}</h2>
                <p>{t("cancel.pullBackText")}</p>
                <p className="actions">
                  <button className="button">{t("cancel.pullBack")}</button>
                </p>
              </form>
            ) : null}
            <form action={cancel.bind(null, id)}>
              {mayPullBack ? <h2>{t("cancel.cancelHead")}</h2> : null}
              <p>{t("cancel.cancelText")}</p>
              <div className="actions">
                <button className="button button--danger">{t("cancel.cancel")}</button>
                <PageLink className="button button--secondary" href={tasksHref(id)}>
                  {t("cancel.keep")}
                </PageLink>
              </div>
            </form>
          </div>
        ) : (
          <div className="notice">
            <h2>{t("cancel.notPossible.title")}</h2>
            <p>{t("cancel.notPossible.text")}</p>
            <p>
              <PageLink className="button" href={tasksHref(id)}>
                {t("cancel.keep")}
              </PageLink>
            </p>
          </div>
        )}
      </main>
    </>
  );
}
