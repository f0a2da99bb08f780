import { useTranslations } from "next-intl";
import type { MandateHistory } from "@/lib/exporters/queries/history";
import { useFormatter } from "@/lib/i18n/formatter";

interface Props {
  entries: MandateHistory["entries"];
  small?: boolean;
}

/** What happened about who acts for a profile: what, to whom, when, by whom. */
export function HistoryEntries({ entries, small = false }: Props) {
  const t = useTranslations("representatives.history");
  const format = useFormatter();
  return (
    <ol className={small ? "timeline timeline--small" : "timeline column"}>
      {entries.map(({ id, at, what, whom, by }) => (
        <li key={id}>
          <h3>{t(`what.${what}`, { whom })}</h3>
          <p>
            <time dateTime={at.toISOString()}>
              {format.dateTime(
                at,
                small ? { dateStyle: "long" } : { dateStyle: "long", timeStyle: "short" },
              )}
            </time>
            {", "}
            {by === null ? t("you") : t("by", { name: by })}
          </p>
        </li>
      ))}
    </ol>
  );
}
