import { useTranslations } from "next-intl";
import { SearchChoice, SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { categories } from "@/lib/applications/answers";
import type { Locale } from "@/lib/i18n/routing";
import type { FilterOptions } from "@/lib/reviews/queries/list-filter-options";
import {
  queueAges,
  queueOfficers,
  queueQuery,
  queueRisks,
  queueSorts,
  queueStates,
  queueSubheadings,
  viewOf,
  type QueueFilter as Filter,
} from "@/lib/reviews/queue-filter";

interface Props {
  filter: Filter;
  options: Omit<FilterOptions, "views">;
  locale: Locale;
}

/** What the list shows, and in which order: a plain GET form, so that it is in the address. */
export function QueueFilter({ filter, options, locale }: Props) {
  const t = useTranslations("office.queue.filter");
  const category = useTranslations("categories");
  const risk = useTranslations("office.queue.risk");
  const { exporter, exporterId, destination, subheading, age } = filter;
  const rarer = [exporter, exporterId, destination, filter.category, subheading, filter.risk, age];
  const byName = new Intl.Collator(locale);
  const named = (list: FilterOptions["holders"]) =>
    list
      .map(({ value, nameEn, nameFr }) => ({ value, text: locale === "fr" ? nameFr : nameEn }))
      .sort((a, b) => byName.compare(a.text, b.text));
  const any = (text: string) => ({ value: "", text });
  return (
    <SearchForm href="/office/queue" label={t("label")}>
      <SearchChoice
        name="state"
        label={t("state")}
        value={filter.state}
        options={queueStates.map((value) => ({ value, text: t(`states.${value}`) }))}
      />
      <SearchChoice
        name="officer"
        label={t("officer")}
        value={filter.officer}
        options={[
          ...queueOfficers.map((value) => ({ value, text: t(`officers.${value}`) })),
          ...named(options.holders),
        ]}
      />
      <SearchField name="text" label={t("text")} value={filter.text} />
      <SearchChoice
        name="sort"
        label={t("sort")}
        value={filter.sort}
        options={queueSorts.map((value) => ({ value, text: t(`sorts.${value}`) }))}
      />
      <details className="more" open={rarer.some((said) => said !== "")}>
        <summary>{t("more")}</summary>
        <div className="filters">
          <SearchField name="exporter" label={t("exporter")} value={exporter} />
          <SearchChoice
            name="destination"
            label={t("destination")}
            value={destination}
            options={[any(t("anyDestination")), ...named(options.destinations)]}
          />
          <SearchChoice
            name="category"
            label={t("category")}
            value={filter.category}
            options={[
              any(t("anyCategory")),
              ...categories.map((value) => ({ value, text: category(value) })),
            ]}
          />
          <SearchChoice
            name="subheading"
            label={t("subheading")}
            value={subheading}
            options={[any(t("any")), ...queueSubheadings.map((value) => ({ value, text: value }))]}
          />
          <SearchChoice
            name="risk"
            label={t("risk")}
            value={filter.risk}
            options={[any(t("any")), ...queueRisks.map((value) => ({ value, text: risk(value) }))]}
          />
          <SearchChoice
            name="age"
            label={t("age")}
            value={age}
            options={[
              any(t("anyAge")),
              ...queueAges.map((value) => ({ value, text: t(`ages.${value}`) })),
            ]}
          />
        </div>
      </details>
      <div className="line line--c">
        <button className="button button--secondary">{t("show")}</button>
        <PageLink href="/office/queue">{t("clear")}</PageLink>
        {options.exporter ? (
          <span>
            <input type="hidden" name="exporterId" value={exporterId} />
            {t("onlyExporter", { exporter: options.exporter.nameEn })}{" "}
            <PageLink
              href={{
                pathname: "/office/queue",
                query: queueQuery({ ...viewOf(filter), exporterId: "" }),
              }}
            >
              {t("allExporters")}
            </PageLink>
          </span>
        ) : null}
      </div>
    </SearchForm>
  );
}
