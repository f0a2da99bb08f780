import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import {
  addressOf,
  listViews,
  type ListFilter,
  type ListView,
} from "@/lib/applications/schema-list";

interface Props {
  filter: ListFilter;
  counts: Record<ListView, number>;
}

/** What waits for whom, with how many there are under the filter. */
export function ListTabs({ filter, counts }: Props) {
  const t = useTranslations("applications");
  const start = { after: "", before: "" };
  return (
    <nav aria-label={t("show")}>
      <ul className="chips">
        {listViews.map((view) => (
          <li key={view}>
            <PageLink
              href={{ pathname: "/applications", query: addressOf({ ...filter, ...start, view }) }}
              aria-current={view === filter.view ? "true" : undefined}
            >
              {t("tab", { name: t(`views.${view}`), count: counts[view] })}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
