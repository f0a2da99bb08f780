import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { endSession, signOutEverywhere } from "./actions";
import { SavedNotice } from "@/app/[locale]/(account)/account/saved-notice";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { browserName } from "@/lib/auth/browser-name";
import { requireViewer } from "@/lib/auth/current";
import { listSessions } from "@/lib/auth/own-sessions";
import { getFormatter } from "@/lib/i18n/get-formatter";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.sessions");
  return { title: t("title") };
}

/** The browsers in which the reader is signed in; any may be ended. */
export default async function SessionsPage({
  searchParams,
}: PageProps<"/[locale]/account/sessions">) {
  const viewer = await requireViewer();
  const { ended } = await searchParams;
  const sessions = await listSessions(viewer);
  const t = await getTranslations("account");
  const format = await getFormatter();
  const time = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  const nameOf = (userAgent: string | null) => {
    const { browser, system } = browserName(userAgent);
    if (browser && system) return t("sessions.on", { browser, system });
    return browser ?? system ?? t("sessions.unknown");
  };
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/account", text: t("title") }]} />
      <main id="main" className="container">
        <h1>{t("sessions.title")}</h1>
        {ended ? (
          <SavedNotice title={t("sessions.ended.title")} text={t("sessions.ended.text")} />
        ) : null}
        <p className="lede">{t("sessions.lede", { count: sessions.length })}</p>
        <table className="table--stack">
          <thead>
            <tr>
              <th scope="col">{t("sessions.browser")}</th>
              <th scope="col">{t("sessions.since")}</th>
              <th scope="col">{t("sessions.last")}</th>
              <th scope="col">{t("sessions.act")}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, userAgent, createdAt, lastSeenAt, here }) => (
              <tr key={id}>
                <th scope="row">{nameOf(userAgent)}</th>
                <td data-label={t("sessions.since")}>{time(createdAt)}</td>
                <td data-label={t("sessions.last")}>{time(lastSeenAt)}</td>
                <td data-label={t("sessions.act")}>
                  {here ? (
                    <span className="tag tag--green">{t("sessions.here")}</span>
                  ) : (
                    <form className="sign-out" action={endSession.bind(null, id)}>
                      <button className="button button--link">
                        {t.rich("sessions.end", {
                          browser: nameOf(userAgent),
                          since: time(createdAt),
                          hidden,
                        })}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <form action={signOutEverywhere}>
          <p>{t("sessions.everywhereText")}</p>
          <p className="actions">
            <button className="button button--danger">{t("sessions.everywhere")}</button>
          </p>
        </form>
      </main>
    </>
  );
}
