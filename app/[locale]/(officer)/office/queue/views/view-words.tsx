import { useTranslations } from "next-intl";
import { CountryName } from "@/components/record/country-name";
import type { QueueFilter } from "@/lib/reviews/queue-filter";

/** What a view shows, in words. */
export function ViewWords({ filter }: { filter: QueueFilter }) {
  const t = useTranslations("office.queue.filter");
  const category = useTranslations("categories");
  const risk = useTranslations("office.queue.risk");
  const { state, officer, exporter, exporterId, destination, subheading, age, text, sort } = filter;
  const holder = officer === "me" || officer === "nobody" ? t(`officers.${officer}`) : t("one");
  const named = [
    t(`states.${state}`),
    ...(officer === "anyone" ? [] : [`${t("officer")} – ${holder}`]),
    ...(text ? [t("withText", { text })] : []),
    ...(exporter ? [`${t("exporter")} – ${exporter}`] : []),
    ...(exporterId ? [t("oneExporter")] : []),
    ...(filter.category ? [category(filter.category)] : []),
    ...(subheading ? [subheading] : []),
    ...(filter.risk ? [risk(filter.risk)] : []),
    ...(age ? [t(`ages.${age}`)] : []),
    t(`sorts.${sort}`),
  ];
  return (
    <span className="small soft">
      {named.join(" · ")}
      {destination ? (
        <>
          {" · "}
          <CountryName code={destination} />
        </>
      ) : null}
    </span>
  );
}
