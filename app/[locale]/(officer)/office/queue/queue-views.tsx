import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { QueueFigures } from "@/lib/reviews/queries/count-queue";
import type { FilterOptions } from "@/lib/reviews/queries/list-filter-options";
import {
  carried,
  fixedViews,
  printQueue,
  queueQuery,
  readQueue,
  viewOf,
  type FixedView,
  type QueueFilter,
} from "@/lib/reviews/queue-filter";
import { Counted } from "./counted";

interface Props {
  filter: QueueFilter;
  figures: QueueFigures;
  views: FilterOptions["views"];
}

const counts: Partial<Record<FixedView, keyof QueueFigures>> = {
  due: "withUs",
  mine: "mine",
  nobody: "nobody",
  exporter: "withExporter",
};

/** The views that everybody needs, then the officer's own; each is an address. */
export async function QueueViews({ filter, figures, views }: Props) {
  const t = await getTranslations("office.queue.views");
  const here = printQueue(viewOf(filter));
  const fixed = (Object.keys(fixedViews) as FixedView[]).map((name) => ({
    key: name,
    text: t(name),
    query: fixedViews[name],
    count: counts[name],
  }));
  const own = views.map(({ id, name, query }) => ({
    key: id,
    text: name,
    query,
    count: undefined,
  }));
  return (
    <nav aria-label={t("label")}>
      <ul className="views">
        {[...fixed, ...own].map(({ key, text, query, count }) => (
          <li key={key}>
            <PageLink
              href={{ pathname: "/office/queue", query: queueQuery(readQueue(query)) }}
              aria-current={query === here ? "page" : undefined}
            >
              {text}
              {count ? (
                <>
                  {" "}
                  <span className="soft">
                    <Counted count={figures[count]} />
                  </span>
                </>
              ) : null}
            </PageLink>
          </li>
        ))}
        <li className="end">
          <PageLink href={{ pathname: "/office/queue/views", query: carried(viewOf(filter)) }}>
            {views.length > 0 ? t("saveOrChange") : t("save")}
          </PageLink>
        </li>
      </ul>
    </nav>
  );
}
