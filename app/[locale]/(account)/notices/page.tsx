import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { markAllSeen } from "./actions";
import { NoticeFilterForm } from "./notice-filter";
import { NoticeTable } from "./notice-table";
import { ListPages } from "@/components/layout/list-pages";
import { PageLink } from "@/components/layout/page-link";
import { requireViewer } from "@/lib/auth/current";
import { countUnreadNotices, findNewestNotice, listNotices } from "@/lib/notices/queries";
import { noticeAddress, noticeFilter } from "@/lib/notices/schema";
import { typesFor } from "@/lib/notices/types";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the reader was told, newest first. What is shown is in the address. */
export default async function NoticesPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const filter = noticeFilter.parse(await searchParams);
  const [page, unread, newest] = await Promise.all([
    listNotices(viewer, filter, await getLocale()),
    countUnreadNotices(viewer),
    findNewestNotice(viewer),
  ]);
  const t = await getTranslations("notices");
  const { text, type, from, until } = filter;
  const narrowed = [text, type, from, until, filter.unread].some((said) => said !== "");
  return (
    <main id="main" className="container">
      <h1>{t("title")}</h1>
      <div className="section-head section-head--tight">
        <p className="lede">{t("lede", { count: unread })}</p>
        <PageLink href="/notices/preferences">{t("preferences.link")}</PageLink>
      </div>
      {newest ? <NoticeFilterForm filter={filter} types={typesFor(viewer.kind)} /> : null}
      {newest && unread > 0 ? (
        <form action={markAllSeen}>
          {/* What comes while this page is read stays unread. */}
          <input type="hidden" name="newest" value={newest} />
          <button className="button button--secondary">{t("markAll", { count: unread })}</button>
        </form>
      ) : null}
      {page.rows.length > 0 ? (
        <>
          <NoticeTable rows={page.rows} />
          <ListPages
            previous={page.previous}
            next={page.next}
            to={(place) => ({
              pathname: "/notices",
              query: noticeAddress({ ...filter, after: "", before: "", ...place }),
            })}
          />
        </>
      ) : (
        <div className="notice">
          <h2>{t(narrowed ? "nothingFound.title" : "empty.title")}</h2>
          <p>{t(narrowed ? "nothingFound.text" : "empty.text")}</p>
        </div>
      )}
    </main>
  );
}
