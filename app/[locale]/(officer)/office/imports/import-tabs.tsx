import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import {
  importAddress,
  importViews,
  type ImportFilter,
  type ImportView,
} from "@/lib/imports/schema-list";

interface Props {
  filter: ImportFilter;
  figures: Record<ImportView, number>;
}

/** The views with how much is in each; each is an address. */
export async function ImportTabs({ filter, figures }: Props) {
  const t = await getTranslations("office.imports.views");
  return (
    <nav aria-label={t("label")}>
      <ul className="views">
        {importViews.map((view) => (
          <li key={view}>
            <PageLink
              href={{ pathname: "/office/imports", query: importAddress({ view }) }}
              aria-current={filter.view === view ? "page" : undefined}
            >
              {t("counted", { name: t(view), count: figures[view] })}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
