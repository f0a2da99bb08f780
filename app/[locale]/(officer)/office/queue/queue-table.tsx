import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/routing";
import type { QueueRow as Row } from "@/lib/reviews/queries/list-queue";
import { queueKeys, type QueueFilter, type QueueKey } from "@/lib/reviews/queue-filter";
import { QueueRow } from "./queue-row";
import { SortHeader } from "./sort-header";

interface Props {
  rows: readonly Row[];
  filter: QueueFilter;
  locale: Locale;
  /** The file with which something was just done. */
  about: string | undefined;
}

const columns = [
  "due",
  "application",
  "exporter",
  "destination",
  "carats",
  "usd",
  "officer",
  "act",
] as const;
const isKey = (name: string): name is QueueKey => queueKeys.some((key) => key === name);

/** The files, one a row; below 700 px each row is a card. */
export async function QueueTable({ rows, filter, locale, about }: Props) {
  const t = await getTranslations("office.queue");
  const order = t(`filter.sorts.${filter.sort}`);
  return (
    <table className="t cards">
      <caption>{t("caption", { count: rows.length, order })}</caption>
      <thead>
        <tr>
          {columns.map((name) => {
            const text = t(`columns.${name}`);
            const className = name === "carats" || name === "usd" ? "num" : undefined;
            return isKey(name) ? (
              <SortHeader key={name} by={name} filter={filter} text={text} className={className} />
            ) : (
              <th key={name} scope="col">
                {text}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <QueueRow
            key={row.id}
            row={row}
            filter={filter}
            locale={locale}
            justNow={row.id === about}
          />
        ))}
      </tbody>
    </table>
  );
}
