import { getLocale, getTranslations } from "next-intl/server";
import { EntryChange } from "@/app/[locale]/(officer)/office/_desk/entry-change";
import { EntryRecords } from "@/app/[locale]/(officer)/office/_desk/entry-records";
import { entryWords } from "@/app/[locale]/(officer)/office/_desk/entry-words";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import type { AuditEntry } from "@/lib/audit/entries";

const columns = ["when", "who", "what", "on", "change", "hash"] as const;

/** Entries, one a row; below 700 px each row is a card. */
export async function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const t = await getTranslations("office.audit");
  const on = await getTranslations("audit.on");
  const saying = await entryWords(await getLocale(), { people: true });
  const times = await deskTimes();
  return (
    <table className="t cards">
      <caption>{t("count")}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col" aria-sort={name === "when" ? "descending" : undefined}>
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(saying).map((entry) => (
          <tr key={entry.id} className={entry.denied ? "now" : undefined}>
            <th scope="row" className="nw">
              <time dateTime={entry.at.toISOString()} title={entry.at.toISOString()}>
                {times.moment(entry.at)}
              </time>
            </th>
            <td data-l={t("columns.who")}>
              {entry.who}
              <span className="sub">{entry.role}</span>
            </td>
            <td data-l={t("columns.what")}>
              <b>{entry.what}</b>
            </td>
            <td data-l={t("columns.on")}>
              <EntryRecords on={entry.on} nothing={on("nothing")} />
            </td>
            <td data-l={t("columns.change")}>
              <EntryChange entry={entry} />
            </td>
            <td data-l={t("columns.hash")}>
              {entry.hash ? (
                <span className="mono nw" title={entry.hash}>
                  {entry.hash.slice(0, 4)}…{entry.hash.slice(-4)}
                </span>
              ) : (
                <span className="soft">{t("notSealed")}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
