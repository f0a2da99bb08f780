import { useLocale, useTranslations } from "next-intl";
import { DayField } from "./day-field";
import { pageFormId } from "@/components/form/page-form";
import { PageLink } from "@/components/layout/page-link";
import { categories } from "@/lib/applications/answers";
import { addressOf, listSorts, type ListFilter as Filter } from "@/lib/applications/schema-list";
import { getPathname } from "@/lib/i18n/navigation";
import { countryNames, nameIn, sortByName } from "@/lib/reference/lookups";
import type { Reference } from "@/lib/reference/types";

interface Props {
  filter: Filter;
  destinations: readonly string[];
  reference: Reference;
}

/** Search, filters and order: a plain GET form, so that what it shows is the address. */
export function ListFilter({ filter, destinations, reference }: Props) {
  const t = useTranslations("applications.filter");
  const category = useTranslations("categories");
  const locale = useLocale();
  const codes = [...new Set([...destinations, filter.destination])].filter((code) => code !== "");
  const named = sortByName(
    codes.map((code) => ({ code, ...countryNames(reference, code) })),
    locale,
  );
  const { view, sort } = filter;
  const everything = { pathname: "/applications", query: addressOf({ view, sort }) } as const;
  return (
    <form
      id={pageFormId}
      className="filters"
      method="get"
      action={getPathname({ href: "/applications", locale })}
      role="search"
      aria-label={t("label")}
    >
      {view === "all" ? null : <input type="hidden" name="view" value={view} />}
      <div className="field field--wide">
        <label htmlFor="text">{t("text")}</label>
        <input type="search" id="text" name="text" defaultValue={filter.text} maxLength={100} />
      </div>
      <div className="field">
        <label htmlFor="destination">{t("destination")}</label>
        <select id="destination" name="destination" defaultValue={filter.destination}>
          <option value="">{t("anyDestination")}</option>
          {named.map((each) => (
            <option key={each.code} value={each.code}>
              {nameIn(each, locale)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="category">{t("category")}</label>
        <select id="category" name="category" defaultValue={filter.category}>
          <option value="">{t("anyCategory")}</option>
          {categories.map((each) => (
            <option key={each} value={each}>
              {category(each)}
            </option>
          ))}
        </select>
      </div>
      <DayField name="from" label={t("from")} typed={filter.from} />
      <DayField name="until" label={t("until")} typed={filter.until} />
      <div className="field field--wide">
        <label htmlFor="sort">{t("sort")}</label>
        <select id="sort" name="sort" defaultValue={sort}>
          {listSorts.map((each) => (
            <option key={each} value={each}>
              {t(`sorts.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <button className="button button--secondary">{t("show")}</button>{" "}
        <PageLink href={everything}>{t("clear")}</PageLink>
      </div>
    </form>
  );
}
