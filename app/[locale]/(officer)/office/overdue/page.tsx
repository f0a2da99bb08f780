import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OverdueTable } from "./overdue-table";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { listOverdue, overdueFilter, overdueLists } from "@/lib/reviews/queries/list-overdue";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.overdue");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What is late, what is due today, and which exporters are late. List and place are in the address. */
export default async function OverduePage({ searchParams }: Props) {
  const viewer = await requireOfficer();
  const filter = overdueFilter.parse(await searchParams);
  const { list } = filter;
  const { rows, next, counts } = await listOverdue(viewer, filter);
  const t = await getTranslations("office.overdue");
  const queue = await getTranslations("office.queue");
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/queue", text: queue("title") }]} />
      <main id="main" className="o-page">
        <h1>{t("title")}</h1>
        <nav aria-label={t("views.label")}>
          <ul className="views">
            {overdueLists.map((name) => (
              <li key={name}>
                <PageLink
                  href={{ pathname: "/office/overdue", query: { list: name } }}
                  aria-current={name === list ? "page" : undefined}
                >
                  {t(`views.${name}`, { count: String(counts[name]) })}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        {rows.length > 0 ? (
          <>
            <OverdueTable rows={rows} list={list} />
            <p className="hint">{t("hours")}</p>
          </>
        ) : (
          <p className="note">{t(`empty.${list}`)}</p>
        )}
        <p className="line">
          {filter.after ? (
            <PageLink href={{ pathname: "/office/overdue", query: { list } }}>
              {t("first")}
            </PageLink>
          ) : null}
          {next ? (
            <PageLink href={{ pathname: "/office/overdue", query: { list, after: next } }}>
              {t("next")}
            </PageLink>
          ) : null}
        </p>
      </main>
    </>
  );
}
