import { useTranslations } from "next-intl";
import { DayField } from "@/components/form/day-field";
import { SearchChoice, SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import type { NoticeFilter } from "@/lib/notices/schema";
import type { NoticeType } from "@/lib/notices/types";

interface Props {
  filter: NoticeFilter;
  types: readonly NoticeType[];
}

/** Words of the subject, type, days, unread only: a plain GET form, so that what it shows is the address. */
export function NoticeFilterForm({ filter, types }: Props) {
  const t = useTranslations("notices");
  return (
    <SearchForm href="/notices" label={t("filter.label")}>
      <SearchField name="text" label={t("filter.text")} value={filter.text} wide />
      <SearchChoice
        name="type"
        label={t("filter.type")}
        value={filter.type}
        options={[
          { value: "", text: t("filter.anyType") },
          ...types.map((value) => ({ value, text: t(`types.${value}.name`) })),
        ]}
      />
      <SearchChoice
        name="unread"
        label={t("filter.state")}
        value={filter.unread}
        options={[
          { value: "", text: t("filter.readAndUnread") },
          { value: "yes", text: t("filter.unread") },
        ]}
      />
      <DayField name="from" label={t("filter.from")} typed={filter.from} />
      <DayField name="until" label={t("filter.until")} typed={filter.until} since={filter.from} />
      <div className="field">
        <button className="button button--secondary">{t("filter.show")}</button>{" "}
        <PageLink href="/notices">{t("filter.clear")}</PageLink>
      </div>
    </SearchForm>
  );
}
