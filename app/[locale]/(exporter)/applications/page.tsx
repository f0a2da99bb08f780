import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApplicationTable } from "./application-table";
import { DownloadLinks } from "./download-links";
import { ListFilter } from "./list-filter";
import { ListTabs } from "./list-tabs";
import { NoProfile } from "@/app/[locale]/(exporter)/no-profile";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ListPages } from "@/components/layout/list-pages";
import { PageLink } from "@/components/layout/page-link";
import {
  countApplications,
  listApplications,
  listDestinations,
} from "@/lib/applications/queries/list";
import { addressOf, listFilter } from "@/lib/applications/schema-list";
import { chosenStanding } from "@/lib/auth/acting-for";
import { requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { getCalendar, getReference } from "@/lib/reference/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The applications of the profile for which the reader acts now: searched, filtered and in order. */
export default async function ApplicationsPage({ searchParams }: Props) {
  const viewer = await requireExporter();
  const t = await getTranslations();
  const filter = listFilter.parse(await searchParams);
  const chosen = await chosenStanding();
  if (!chosen) {
    return <NoProfile title={t("applications.title")} text={t("applications.noProfile")} />;
  }
  const { exporterId } = chosen;
  const [page, counts, destinations, reference, calendar] = await Promise.all([
    listApplications(viewer, exporterId, filter),
    countApplications(viewer, exporterId, filter),
    listDestinations(viewer, exporterId),
    getReference(todayInOttawa()),
    getCalendar(),
  ]);
  const { view, text, destination, category, from, until } = filter;
  const narrowed = [text, destination, category, from, until].some((said) => said !== "");
  const mayStart = profilesWith(viewer, "prepare").includes(exporterId);
  return (
    <>
      <Breadcrumbs trail={[{ href: "/home", text: t("dashboard.title") }]} />
      <main id="main" className="container">
        <h1>{t("applications.title")}</h1>
        <div className="section-head section-head--tight">
          <p className="lede">
            {t(narrowed ? "applications.found" : "applications.lede", {
              count: counts.all,
              exporter: chosen.legalName,
            })}
          </p>
          {mayStart ? (
            <PageLink className="button" href="/applications/new">
              {t("applications.new")}
            </PageLink>
          ) : null}
        </div>
        <ListTabs filter={filter} counts={counts} />
        {narrowed || counts.all > 0 ? (
          <ListFilter filter={filter} destinations={destinations} reference={reference} />
        ) : null}
        {page.rows.length > 0 ? (
          <>
            <ApplicationTable
              rows={page.rows}
              filter={filter}
              reference={reference}
              calendar={calendar}
              mayAct={mayStart}
            />
            <ListPages
              previous={page.previous}
              next={page.next}
              to={(place) => ({
                pathname: "/applications",
                query: addressOf({ ...filter, after: "", before: "", ...place }),
              })}
            />
            <DownloadLinks exporterId={exporterId} filter={filter} count={counts[view]} />
          </>
        ) : (
          <div className="notice">
            <h2>{t(narrowed ? "applications.nothingFound" : `applications.empty.${view}`)}</h2>
            <p>
              {narrowed
                ? t("applications.nothingFoundText")
                : mayStart
                  ? t("applications.emptyText")
                  : t("applications.emptyViewText")}
            </p>
          </div>
        )}
      </main>
    </>
  );
}
