import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { Span } from "@/components/record/span";
import { showDate } from "@/lib/forms/dates";
import type { OverdueList, OverdueRow } from "@/lib/reviews/queries/list-overdue";

interface Props {
  rows: readonly OverdueRow[];
  list: OverdueList;
}

/** The files of a list: by how much, which, whose, who holds it. */
export async function OverdueTable({ rows, list }: Props) {
  const t = await getTranslations("office.overdue");
  const queue = await getTranslations("office.queue");
  const state = await getTranslations("status.office");
  const locale = await getLocale();
  const times = await deskTimes();
  const promised = list === "answers" ? "answerBy" : "due";
  const columns = [list, promised, "application", "exporter", "officer", "withUs"] as const;
  return (
    <table className="t cards">
      <caption>{t(`caption.${list}`, { count: rows.length })}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col" className={name === "withUs" ? "num" : undefined}>
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={list === "today" ? undefined : "late"}>
            <td data-l={t(`columns.${list}`)}>
              <b>
                <Span minutes={row.by} />
              </b>
            </td>
            <td data-l={t(`columns.${promised}`)}>
              {list === "answers"
                ? showDate(row.answerDueOn ?? "", locale)
                : row.dueAt
                  ? times.near(row.dueAt)
                  : ""}
            </td>
            <th scope="row" className="nw">
              <PageLink
                href={{
                  pathname: "/office/review/[applicationId]",
                  params: { applicationId: row.id },
                }}
              >
                {row.number}
              </PageLink>
              <span className="sub">{state(row.status)}</span>
            </th>
            <td data-l={t("columns.exporter")}>{row.exporterName}</td>
            <td data-l={t("columns.officer")}>
              {row.mine
                ? queue("you")
                : (row.holderName ?? <span className="soft">{queue("nobody")}</span>)}
            </td>
            <td className="num" data-l={t("columns.withUs")}>
              <Span minutes={row.withUs} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
