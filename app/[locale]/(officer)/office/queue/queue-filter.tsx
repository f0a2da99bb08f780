import { useTranslations } from "next-intl";
import { SearchChoice, SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import {
  queueOfficers,
  queueStates,
  type QueueFilter as Filter,
} from "@/lib/reviews/queries/list-queue";

/** By state, officer and words. */
export function QueueFilter({ filter: { state, officer, text } }: { filter: Filter }) {
  const t = useTranslations("office.queue.filter");
  return (
    <SearchForm href="/office/queue" label={t("label")}>
      <SearchChoice
        name="state"
        label={t("state")}
        value={state}
        options={queueStates.map((value) => ({ value, text: t(`states.${value}`) }))}
      />
      <SearchChoice
        name="officer"
        label={t("officer")}
        value={officer}
        options={queueOfficers.map((value) => ({ value, text: t(`officers.${value}`) }))}
      />
      <SearchField name="text" label={t("text")} value={text} />
      <div className="line line--c">
        <button className="button button--secondary">{t("show")}</button>
        <PageLink href="/office/queue">{t("clear")}</PageLink>
      </div>
    </SearchForm>
  );
}
