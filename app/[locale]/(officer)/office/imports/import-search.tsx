import { getLocale, getTranslations } from "next-intl/server";
import { pageFormId } from "@/components/form/page-form";
import { PageLink } from "@/components/layout/page-link";
import { getPathname } from "@/lib/i18n/navigation";
import { importAddress, importSorts, type ImportFilter } from "@/lib/imports/schema-list";

/** A plain GET form: what it shows is the address. */
export async function ImportSearch({ filter }: { filter: ImportFilter }) {
  const t = await getTranslations("office.imports.filter");
  const locale = await getLocale();
  return (
    <form
      id={pageFormId}
      className="filters"
      method="get"
      action={getPathname({ href: "/office/imports", locale })}
      role="search"
      aria-label={t("label")}
    >
      <input type="hidden" name="view" value={filter.view} />
      <div className="field">
        <label htmlFor="text">{t("text")}</label>
        <input type="search" id="text" name="text" defaultValue={filter.text} maxLength={100} />
      </div>
      {filter.view === "registered" ? (
        <div className="field">
          <label htmlFor="sort">{t("sort")}</label>
          <select id="sort" name="sort" defaultValue={filter.sort}>
            {importSorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sorts.${sort}`)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div className="line line--c">
        <button className="button button--secondary">{t("show")}</button>
        <PageLink
          href={{ pathname: "/office/imports", query: importAddress({ view: filter.view }) }}
        >
          {t("clear")}
        </PageLink>
      </div>
    </form>
  );
}
