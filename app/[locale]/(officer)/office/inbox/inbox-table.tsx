import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { InboxFilter } from "@/lib/messages/inbox-filter";
import type { InboxRow } from "@/lib/messages/queries/list-inbox";
import { Waited } from "./waited";

interface Props {
  rows: readonly InboxRow[];
  filter: InboxFilter;
}

const columns = ["from", "about", "holder", "waiting"] as const;

/** The conversations, one a row; below 700 px each row is a card. */
export async function InboxTable({ rows, filter }: Props) {
  const t = await getTranslations("office.inbox");
  return (
    <table className="t cards">
      <caption>{t(`captions.${filter.view}`, { count: rows.length })}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col" className={name === "waiting" ? "num" : undefined}>
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

async function Row({ row }: { row: InboxRow }) {
  const t = await getTranslations("office.inbox");
  const times = await deskTimes();
  const { id: threadId, exporter, subject, matter, unread, mine, assignedTo } = row;
  const name = exporter.legalName;
  return (
    <tr className={mine ? "mine" : undefined}>
      <th scope="row">
        {/* Of one exporter there are several: the subject tells their links apart. */}
        <PageLink href={{ pathname: "/office/inbox/[threadId]", params: { threadId } }}>
          {unread ? <b>{name}</b> : name}{" "}
          {unread ? <span className="tag tag--blue">{t("new")}</span> : null}
          <span className="sub" dir="auto">
            {subject}
          </span>
        </PageLink>
      </th>
      <td data-l={t("columns.about")}>
        {matter ? (
          <>
            {t(`abouts.${matter.kind}`)} <span className="mono nw">{matter.number}</span>
          </>
        ) : (
          t("abouts.general")
        )}
      </td>
      <td data-l={t("columns.holder")}>
        {mine ? t("yours") : (assignedTo ?? <span className="soft">{t("nobody")}</span>)}
        {row.ownProfile ? <span className="sub">{t("own")}</span> : null}
      </td>
      <td className="num" data-l={t("columns.waiting")}>
        {row.waited !== null && row.waitingSince ? (
          <>
            <Waited minutes={row.waited} />
            <span className="sub">{t("since", { when: times.lately(row.waitingSince) })}</span>
          </>
        ) : (
          <>
            {t(row.lastSide === "office" ? "answered" : "settled")}
            <span className="sub">
              {row.lastMessageAt ? times.lately(row.lastMessageAt) : null}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
