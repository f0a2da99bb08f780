import { getLocale, getTranslations } from "next-intl/server";
import { pageFormId } from "@/components/form/page-form";
import { PageLink } from "@/components/layout/page-link";
import { getPathname } from "@/lib/i18n/navigation";
import {
  queueOfficers,
  queueStates,
  type QueueFilter as Filter,
} from "@/lib/reviews/queries/list-queue";

/** A plain GET form: what it shows is the address. */
export async function QueueFilter({ filter }: { filter: Filter }) {
  const t = await getTranslations("office.queue.filter");
  const locale = await getLocale();
  return (
    <form
      id={pageFormId}
      className="filters"
      method="get"
      action={getPathname({ href: "/office/queue", locale })}
      role="search"
      aria-label={t("label")}
    >
      <div className="field">
        <label htmlFor="state">{t("state")}</label>
        <select id="state" name="state" defaultValue={filter.state}>
          {queueStates.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="officer">{t("officer")}</label>
        <select id="officer" name="officer" defaultValue={filter.officer}>
          {queueOfficers.map((officer) => (
            <option key={officer} value={officer}>
              {t(`officers.${officer}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="text">{t("text")}</label>
        <input type="search" id="text" name="text" defaultValue={filter.text} maxLength={100} />
      </div>
      <div className="line line--c">
        <button className="button button--secondary">{t("show")}</button>
        <PageLink href="/office/queue">{t("clear")}</PageLink>
      </div>
    </form>
  );
}
