import { useTranslations } from "next-intl";
import { SearchChoice, SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { kindGroups } from "@/lib/audit/said/say";
import { actingRoles, type AuditFilter } from "@/lib/audit/schema";

/** About what, who, what, as whom, on which days. */
export function AuditFilterForm({ filter }: { filter: AuditFilter }) {
  const t = useTranslations("office.audit");
  const { record, who, what, role, from, to } = filter;
  return (
    <SearchForm href="/office/audit" label={t("filter.label")}>
      <SearchField name="record" label={t("filter.record")} value={record} />
      <SearchField name="who" label={t("filter.who")} value={who} />
      <SearchChoice
        name="what"
        label={t("filter.what")}
        value={what}
        options={[
          { value: "", text: t("filter.all") },
          ...kindGroups.map((value) => ({ value, text: t(`groups.${value}`) })),
        ]}
      />
      <SearchChoice
        name="role"
        label={t("filter.role")}
        value={role}
        options={[
          { value: "", text: t("filter.anyRole") },
          ...actingRoles.map((value) => ({ value, text: t(`roles.${value}`) })),
        ]}
      />
      <SearchField name="from" label={t("filter.from")} value={from} />
      <SearchField name="to" label={t("filter.to")} value={to} />
      <div className="line line--c">
        <button className="button button--secondary">{t("filter.show")}</button>
        <PageLink href="/office/audit">{t("filter.clear")}</PageLink>
      </div>
    </SearchForm>
  );
}
