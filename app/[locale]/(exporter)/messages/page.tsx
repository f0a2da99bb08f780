import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewElsewhere } from "./new-elsewhere";
import { ThreadFilter } from "./thread-filter";
import { ThreadList } from "./thread-list";
import { NoProfile } from "@/app/[locale]/(exporter)/no-profile";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ListPages } from "@/components/layout/list-pages";
import { PageLink } from "@/components/layout/page-link";
import { chosenStanding } from "@/lib/auth/acting-for";
import { requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { countThreads, countUnreadThreads, listThreads } from "@/lib/messages/queries/list-threads";
import { threadAddress, threadFilter } from "@/lib/messages/schema-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The conversations with the office of the profile for which the reader acts now. */
export default async function MessagesPage({ searchParams }: Props) {
  const viewer = await requireExporter();
  const t = await getTranslations("messages");
  const query = await searchParams;
  const filter = threadFilter.parse(query);
  const chosen = await chosenStanding();
  if (!chosen) return <NoProfile title={t("title")} text={t("noProfile")} />;
  const { exporterId, legalName: exporter } = chosen;
  const [{ rows, previous, next }, count, unreadBy] = await Promise.all([
    listThreads(viewer, exporterId, filter),
    countThreads(viewer, exporterId, filter),
    countUnreadThreads(viewer),
  ]);
  const narrowed = filter.q !== "" || filter.about !== "" || filter.view !== "all";
  const mayWrite = profilesWith(viewer, "prepare").includes(exporterId);
  const home = await getTranslations("dashboard");
  return (
    <>
      <Breadcrumbs trail={[{ href: "/home", text: home("title") }]} />
      <main id="main" className="container">
        <h1>{t("title")}</h1>
        <div className="section-head section-head--tight">
          <p className="lede">{t(narrowed ? "found" : "lede", { count, exporter })}</p>
          {mayWrite ? (
            <PageLink className="button" href="/messages/new">
              {t("create")}
            </PageLink>
          ) : null}
        </div>
        {query["discarded"] === undefined ? null : (
          <div className="notice notice--success" role="status">
            <p>{t("discarded")}</p>
          </div>
        )}
        <NewElsewhere
          standings={viewer.standings.filter((standing) => standing.exporterId !== exporterId)}
          unreadBy={unreadBy}
        />
        {narrowed || count > 0 ? <ThreadFilter filter={filter} /> : null}
        {rows.length > 0 ? (
          <>
            <ThreadList rows={rows} />
            <ListPages
              previous={previous}
              next={next}
              to={(place) => ({
                pathname: "/messages",
                query: threadAddress({ ...filter, after: "", before: "", ...place }),
              })}
            />
          </>
        ) : (
          <div className="notice">
            <h2>{t(narrowed ? "nothingFound" : "empty.title")}</h2>
            <p>{t(narrowed ? "nothingFoundText" : "empty.text")}</p>
            {narrowed || mayWrite ? null : <p>{t("empty.viewOnly")}</p>}
          </div>
        )}
      </main>
    </>
  );
}
