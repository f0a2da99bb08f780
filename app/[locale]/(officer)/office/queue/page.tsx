import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { listQueue, queueFilter } from "@/lib/reviews/queries/list-queue";
import { QueueFilter } from "./queue-filter";
import { QueueTable } from "./queue-table";
import { QueueViews } from "./queue-views";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.queue");
  return { title: t("title") };
}

/** The figures that lead to their files. */
const overdueLists = { overdue: "late", dueToday: "today" } as const;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What waits for the office, due first. Filters and place are in the address. */
export default async function QueuePage({ searchParams }: Props) {
  const viewer = await requireOfficer();
  const filter = queueFilter.parse(await searchParams);
  const { rows, next, figures } = await listQueue(viewer, filter);
  const t = await getTranslations("office.queue");
  const locale = await getLocale();
  const times = await deskTimes();
  const { after, ...view } = filter;
  return (
    <main id="main" className="o-page">
      <div className="line line--c">
        <h1>{t("title")}</h1>
        <p className="soft end">{t("now", { date: times.today, time: times.time(new Date()) })}</p>
      </div>
      <dl className="figs">
        {(["withUs", "overdue", "dueToday", "withExporter"] as const).map((name) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd>
              {name === "overdue" || name === "dueToday" ? (
                <PageLink
                  href={{ pathname: "/office/overdue", query: { list: overdueLists[name] } }}
                >
                  {figures[name]}
                  <span className="visually-hidden"> {t(`figures.${name}`)}</span>
                </PageLink>
              ) : (
                figures[name]
              )}
            </dd>
          </div>
        ))}
      </dl>
      <QueueViews filter={filter} />
      <QueueFilter filter={filter} />
      {rows.length > 0 ? (
        <QueueTable rows={rows} locale={locale} />
      ) : (
        <div className="note">
          <h2>{t("empty.title")}</h2>
          <p>{t("empty.text")}</p>
        </div>
      )}
      <p className="line">
        {after ? (
          <PageLink href={{ pathname: "/office/queue", query: view }}>{t("first")}</PageLink>
        ) : null}
        {next ? (
          <PageLink href={{ pathname: "/office/queue", query: { ...view, after: next } }}>
            {t("next")}
          </PageLink>
        ) : null}
      </p>
    </main>
  );
}
