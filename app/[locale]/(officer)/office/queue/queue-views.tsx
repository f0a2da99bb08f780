import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { QueueFilter } from "@/lib/reviews/queries/list-queue";

const views = {
  due: { state: "open", officer: "anyone" },
  mine: { state: "open", officer: "me" },
  nobody: { state: "submitted", officer: "nobody" },
  exporter: { state: "returned", officer: "anyone" },
  closed: { state: "closed", officer: "anyone" },
} as const;

/** The views that everybody needs, each an address. */
export async function QueueViews({ filter }: { filter: QueueFilter }) {
  const t = await getTranslations("office.queue.views");
  return (
    <nav aria-label={t("label")}>
      <ul className="views">
        {(Object.keys(views) as (keyof typeof views)[]).map((name) => {
          const { state, officer } = views[name];
          const here = filter.state === state && filter.officer === officer && filter.text === "";
          return (
            <li key={name}>
              <PageLink
                href={{ pathname: "/office/queue", query: { state, officer } }}
                aria-current={here ? "page" : undefined}
              >
                {t(name)}
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
