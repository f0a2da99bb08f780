import { useLocale, useTranslations } from "next-intl";
import { DayField } from "@/components/form/day-field";
import { SearchChoice, SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { categories } from "@/lib/applications/answers";
import { addressOf, listSorts, type ListFilter as Filter } from "@/lib/applications/schema-list";
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
    <SearchForm href="/applications" label={t("label")}>
      {view === "all" ? null : <input type="hidden" name="view" value={view} />}
      <SearchField name="text" label={t("text")} value={filter.text} wide />
      <SearchChoice
        name="destination"
        label={t("destination")}
        value={filter.destination}
        options={[
          { value: "", text: t("anyDestination") },
          ...named.map((each) => ({ value: each.code, text: nameIn(each, locale) })),
        ]}
      />
      <SearchChoice
        name="category"
        label={t("category")}
        value={filter.category}
        options={[
          { value: "", text: t("anyCategory") },
          ...categories.map((value) => ({ value, text: category(value) })),
        ]}
      />
      <DayField name="from" label={t("from")} typed={filter.from} />
      <DayField name="until" label={t("until")} typed={filter.until} since={filter.from} />
      <SearchChoice
        name="sort"
        label={t("sort")}
        value={sort}
        options={listSorts.map((value) => ({ value, text: t(`sorts.${value}`) }))}
        wide
      />
      <div className="field">
        <button className="button button--secondary">{t("show")}</button>{" "}
        <PageLink href={everything}>{t("clear")}</PageLink>
      </div>
    </SearchForm>
  );
}
