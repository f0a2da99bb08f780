import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { markSeen } from "./actions";
import { PageLink } from "@/components/layout/page-link";
import { getFormatter } from "@/lib/i18n/get-formatter";
import type { ListedNotice } from "@/lib/notices/queries";

/** A page of the list. Opening a notice marks it as read; so does the button beside it. */
export async function NoticeTable({ rows }: { rows: readonly ListedNotice[] }) {
  const t = await getTranslations("notices");
  const format = await getFormatter();
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <table className="table--stack">
      <caption className="visually-hidden">{t("table.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("table.subject")}</th>
          <th scope="col">{t("table.date")}</th>
          <th scope="col">{t("table.type")}</th>
          <th scope="col">{t("table.about")}</th>
          <th scope="col">{t("table.state")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, at, read, urgent, type, subject, matter, link }) => (
          <tr key={id}>
            <th scope="row" className={read ? "quiet" : undefined}>
              <PageLink href={{ pathname: "/notices/[noticeId]", params: { noticeId: id } }}>
                {subject}
              </PageLink>{" "}
              {urgent ? <span className="tag tag--amber">{t("urgent")}</span> : null}
            </th>
            <td data-label={t("table.date")}>
              <time dateTime={at.toISOString()}>
                {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
              </time>
            </td>
            <td data-label={t("table.type")}>{type ? t(`types.${type}.name`) : null}</td>
            <td data-label={t("table.about")}>
              {link ? (
                <a href={link.address}>
                  {matter ?? link.label}
                  {matter ? <span className="visually-hidden">, {link.label}</span> : null}
                </a>
              ) : (
                matter
              )}
            </td>
            <td data-label={t("table.state")}>
              {read ? (
                t("read")
              ) : (
                <form action={markSeen.bind(null, id)}>
                  <span className="tag tag--blue">{t("unread")}</span>{" "}
                  <button className="button button--link">
                    {t.rich("markRead", { subject, hidden })}
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
