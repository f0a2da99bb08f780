import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { listSentAnnouncements } from "@/lib/imports/queries/list-sent-announcements";
import { countImports, listRegister } from "@/lib/imports/queries/list-register";
import { isReviewer } from "@/lib/imports/refusal";
import { importAddress, importFilter } from "@/lib/imports/schema-list";
import { listParticipants } from "@/lib/reference/queries";
import { AnnouncedTable } from "./announced-table";
import { ImportSearch } from "./import-search";
import { ImportTabs } from "./import-tabs";
import { OpenCorrections } from "./open-corrections";
import { RegisterTable } from "./register-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.imports");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What exporters announce, and the office's register. View, search and place are in the address. */
export default async function ImportsPage({ searchParams }: Props) {
  const viewer = await requireOfficer();
  const filter = importFilter.parse(await searchParams);
  const { view, text } = filter;
  const t = await getTranslations("office.imports");
  const [figures, participants] = await Promise.all([countImports(), listParticipants()]);
  let table;
  let next: string | null;
  if (view === "announced" || view === "returned") {
    const found = await listSentAnnouncements(viewer, { view, after: filter.after });
    next = found.next;
    table = found.rows.length > 0 && (
      <AnnouncedTable rows={found.rows} view={view} participants={participants} />
    );
  } else {
    const found = await listRegister(viewer, { ...filter, view });
    next = found.next;
    table = found.rows.length > 0 && (
      <RegisterTable
        rows={found.rows}
        view={view}
        participants={participants}
        receives={isReviewer(viewer)}
      />
    );
  }
  const { after, ...here } = filter;
  return (
    <main id="main" className="o-page">
      <div className="line line--c">
        <h1>{t("title")}</h1>
        {isReviewer(viewer) ? (
          <PageLink className="button button--secondary end" href="/office/imports/new">
            {t("new")}
          </PageLink>
        ) : null}
      </div>
      <p>{t("intro")}</p>
      <OpenCorrections viewer={viewer} />
      <ImportTabs filter={filter} figures={figures} />
      {view === "announced" || view === "returned" ? null : <ImportSearch filter={filter} />}
      {table || <p className="note">{t(`empty.${text === "" ? view : "search"}`)}</p>}
      <p className="line">
        {after ? (
          <PageLink href={{ pathname: "/office/imports", query: importAddress(here) }}>
            {t("first")}
          </PageLink>
        ) : null}
        {next ? (
          <PageLink
            href={{ pathname: "/office/imports", query: importAddress({ ...here, after: next }) }}
          >
            {t("next")}
          </PageLink>
        ) : null}
      </p>
    </main>
  );
}
