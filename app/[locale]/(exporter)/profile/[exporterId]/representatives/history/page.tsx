import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryEntries } from "../history-entries";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { requireExporter } from "@/lib/auth/current";
import { findExporter } from "@/lib/exporters/queries/find";
import { findMandateHistory } from "@/lib/exporters/queries/history";

export const metadata: Metadata = { title: null };

const pageSize = 25;

interface Props {
  params: Promise<{ exporterId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** All that happened about who acts for a profile, for its owners. */
export default async function MandateHistoryPage({ params, searchParams }: Props) {
  const viewer = await requireExporter();
  const { exporterId } = await params;
  const { before } = await searchParams;
  const after = typeof before === "string" ? { before } : {};
  const [exporter, history] = await Promise.all([
    findExporter(viewer, exporterId),
    findMandateHistory(viewer, exporterId, { take: pageSize, ...after }),
  ]);
  if (!exporter || !history) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations();
  const list = {
    pathname: "/profile/[exporterId]/representatives",
    params: { exporterId },
  } as const;
  const here = { ...list, pathname: "/profile/[exporterId]/representatives/history" } as const;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/profile", text: t("profile.title") },
          { href: list, text: t("representatives.title") },
        ]}
      />
      <main id="main" className="container">
        <PageTitle title={t("representatives.history.fullTitle")} />
        <p className="caption">{exporter.legalName}</p>
        <h1>{t("representatives.history.fullTitle")}</h1>
        {history.entries.length === 0 ? <p>{t("representatives.history.none")}</p> : null}
        <HistoryEntries entries={history.entries} />
        {history.next || before ? (
          <nav aria-label={t("representatives.history.pages")}>
            <ul className="pagination">
              {before ? (
                <li>
                  <PageLink href={here}>{t("representatives.history.newest")}</PageLink>
                </li>
              ) : null}
              {history.next ? (
                <li>
                  <PageLink rel="next" href={{ ...here, query: { before: history.next } }}>
                    {t("representatives.history.older")}
                  </PageLink>
                </li>
              ) : null}
            </ul>
          </nav>
        ) : null}
        <p className="actions">
          <PageLink className="button" href={list}>
            {t("representatives.history.back")}
          </PageLink>
        </p>
      </main>
    </>
  );
}
