import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { mayAnswer } from "@/lib/messages/access";
import { firstOf, inboxFilter, inboxQuery } from "@/lib/messages/inbox-filter";
import { countInbox } from "@/lib/messages/queries/count-inbox";
import { listInbox } from "@/lib/messages/queries/list-inbox";
import { listOfficeDrafts } from "@/lib/messages/queries/list-office-drafts";
import { DraftsNote } from "./drafts-note";
import { InboxSearch } from "./inbox-search";
import { InboxTable } from "./inbox-table";
import { InboxTabs } from "./inbox-tabs";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.inbox");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every conversation with an exporter: what waits for the office, the longest first. */
export default async function InboxPage({ searchParams }: Props) {
  const viewer = await requireOfficer();
  const filter = inboxFilter.parse(await searchParams);
  const { rows, next } = await listInbox(viewer, filter);
  const figures = await countInbox(viewer);
  const t = await getTranslations("office.inbox");
  const at = (query: Record<string, string>) => ({ pathname: "/office/inbox", query }) as const;
  return (
    <main id="main" className="o-page">
      <div className="line line--c">
        <h1>{t("title")}</h1>
        <p className="soft end">{t("noState")}</p>
        {mayAnswer(viewer) ? (
          <PageLink className="button button--secondary" href="/office/inbox/new">
            {t("write")}
          </PageLink>
        ) : null}
      </div>
      <DraftsNote drafts={await listOfficeDrafts(viewer)} />
      <InboxTabs filter={filter} figures={figures} />
      <InboxSearch filter={filter} />
      {rows.length > 0 ? (
        <InboxTable rows={rows} filter={filter} />
      ) : (
        <div className="note">
          <h2>{t(filter.q || filter.about ? "empty.notFound" : `empty.${filter.view}`)}</h2>
          <p>{t("empty.text")}</p>
        </div>
      )}
      <p className="line">
        {filter.after ? (
          <PageLink href={at(inboxQuery(firstOf(filter)))}>{t("first")}</PageLink>
        ) : null}
        {next ? (
          <PageLink href={at(inboxQuery({ ...filter, after: next }))}>{t("nextPage")}</PageLink>
        ) : null}
      </p>
    </main>
  );
}
