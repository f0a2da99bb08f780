import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { MailRow } from "@/lib/mail/queries/list-mails";
import type { MailView } from "@/lib/mail/state";
import { MailStateTag } from "./mail-state-tag";

interface Props {
  rows: readonly MailRow[];
  view: MailView;
}

const columns = ["subject", "to", "when", "state"] as const;

/** Mails, newest first; below 700 px each row is a card. */
export async function MailTable({ rows, view }: Props) {
  const t = await getTranslations("office.emails");
  const locale = await getLocale();
  const times = await deskTimes();
  return (
    <table className="t cards">
      <caption>{t(`caption.${view}`)}</caption>
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
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <PageLink href={{ pathname: "/office/emails/[mailId]", params: { mailId: row.id } }}>
                {row.subjects?.[locale] ?? t("noSubject")}
              </PageLink>
              {row.repeatsId ? <span className="sub">{t("copy")}</span> : null}
            </th>
            <td data-l={t("columns.to")} className="written">
              {row.recipient}
            </td>
            <td data-l={t("columns.when")} className="nw">
              <time dateTime={row.createdAt.toISOString()}>{times.moment(row.createdAt)}</time>
            </td>
            <td data-l={t("columns.state")}>
              <MailStateTag state={row.state} dismissed={row.dismissedAt !== null} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
