import { useTranslations } from "next-intl";
import { SearchChoice, SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { importAddress, importSorts, type ImportFilter } from "@/lib/imports/schema-list";

/** By number, importer or issuer; the whole register also in another order. */
export function ImportSearch({ filter: { view, text, sort } }: { filter: ImportFilter }) {
  const t = useTranslations("office.imports.filter");
  return (
    <SearchForm href="/office/imports" label={t("label")}>
      <input type="hidden" name="view" value={view} />
      <SearchField name="text" label={t("text")} value={text} />
      {view === "registered" ? (
        <SearchChoice
          name="sort"
          label={t("sort")}
          value={sort}
          options={importSorts.map((value) => ({ value, text: t(`sorts.${value}`) }))}
        />
      ) : null}
      <div className="line line--c">
        <button className="button button--secondary">{t("show")}</button>
        <PageLink href={{ pathname: "/office/imports", query: importAddress({ view }) }}>
          {t("clear")}
        </PageLink>
      </div>
    </SearchForm>
  );
}
