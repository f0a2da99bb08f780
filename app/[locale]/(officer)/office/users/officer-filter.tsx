import { getLocale, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { getPathname } from "@/lib/i18n/navigation";
import { officerStates, type OfficerFilter as Filter } from "@/lib/officers/queries/list";

/** A plain GET form: what it shows is the address. */
export async function OfficerFilter({ filter }: { filter: Filter }) {
  const t = await getTranslations("office.users");
  const locale = await getLocale();
  return (
    <form
      className="filters"
      method="get"
      action={getPathname({ href: "/office/users", locale })}
      role="search"
      aria-label={t("filter.label")}
    >
      <div className="field">
        <label htmlFor="state">{t("filter.state")}</label>
        <select id="state" name="state" defaultValue={filter.state}>
          {officerStates.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="text">{t("filter.text")}</label>
        <input type="search" id="text" name="text" defaultValue={filter.text} maxLength={100} />
      </div>
      <div className="line line--c">
        <button className="button button--secondary">{t("filter.show")}</button>
        <PageLink href="/office/users">{t("filter.clear")}</PageLink>
      </div>
    </form>
  );
}
