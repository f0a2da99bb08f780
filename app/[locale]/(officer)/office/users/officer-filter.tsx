import { useTranslations } from "next-intl";
import { SearchChoice, SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { officerStates, type OfficerFilter as Filter } from "@/lib/officers/queries/list";

/** By state and name. */
export function OfficerFilter({ filter: { state, text } }: { filter: Filter }) {
  const t = useTranslations("office.users");
  return (
    <SearchForm href="/office/users" label={t("filter.label")}>
      <SearchChoice
        name="state"
        label={t("filter.state")}
        value={state}
        options={officerStates.map((value) => ({ value, text: t(`states.${value}`) }))}
      />
      <SearchField name="text" label={t("filter.text")} value={text} />
      <div className="line line--c">
        <button className="button button--secondary">{t("filter.show")}</button>
        <PageLink href="/office/users">{t("filter.clear")}</PageLink>
      </div>
    </SearchForm>
  );
}
