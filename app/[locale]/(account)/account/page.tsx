import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SavedNotice } from "@/app/[locale]/(account)/account/saved-notice";
import { PageLink } from "@/components/layout/page-link";
import { SummaryList } from "@/components/record/summary-list";
import { requireDecider, requireViewer } from "@/lib/auth/current";
import { findDetails, listCredentialRequests } from "@/lib/people/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

/** The reader's own account. */
export default async function AccountPage({ searchParams }: PageProps<"/[locale]/account">) {
  const viewer = await requireViewer();
  const { saved } = await searchParams;
  const [details, requests] = await Promise.all([
    findDetails(viewer),
    listCredentialRequests(await requireDecider()),
  ]);
  const t = await getTranslations("account");
  return (
    <main id="main" className="container">
      <h1>{t("title")}</h1>
      {saved ? <SavedNotice title={t("saved.title")} text={t("saved.text")} /> : null}
      {requests.length > 0 ? (
        <div className="notice notice--warning">
          <h2>{t("credentials.title")}</h2>
          <p>
            <PageLink href="/account/credentials">
              {t("credentials.link", { count: requests.length })}
            </PageLink>
          </p>
        </div>
      ) : null}
      <h2>{t("details.title")}</h2>
      <SummaryList
        rows={[
          { term: t("details.name"), text: `${details.firstName} ${details.lastName}` },
          { term: t("details.organization"), text: details.organization },
          { term: t("details.jobTitle"), text: details.title },
          ...(viewer.kind === "officer"
            ? [{ term: t("details.titleFr"), text: details.titleFr }]
            : []),
          { term: t("details.phone"), text: details.phone },
          { term: t("details.language"), text: t(`details.languages.${details.language}`) },
        ]}
      />
      <p>
        <PageLink href="/account/details">{t("details.change")}</PageLink>
      </p>
      <h2>{t("email.label")}</h2>
      <p>{details.email}</p>
      <p>
        <PageLink href="/account/email">{t("email.change")}</PageLink>
      </p>
      <h2>{t("notices.title")}</h2>
      <p>
        <PageLink href="/notices/preferences">{t("notices.link")}</PageLink>
      </p>
      <h2>{t("sessions.title")}</h2>
      <p>
        <PageLink href="/account/sessions">{t("sessions.link")}</PageLink>
      </p>
    </main>
  );
}
