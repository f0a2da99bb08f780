import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import { showDate } from "@/lib/forms/dates";
import type { AnnouncedRow } from "@/lib/imports/queries/list-sent-announcements";
import type { Participant } from "@/lib/reference/types";

interface Props {
  rows: readonly AnnouncedRow[];
  view: "announced" | "returned";
  participants: readonly Participant[];
}

/** Announcements with what their exporters state; below 700 px each row is a card. */
export async function AnnouncedTable({ rows, view, participants }: Props) {
  const t = await getTranslations("office.imports");
  const locale = await getLocale();
  const times = await deskTimes();
  const reference = { countries: [], participants };
  const columns = ["number", "issuer", "importer", "imported", "sent", "scans", "act"] as const;
  return (
    <table className="t cards">
      <caption>{t(`${view}.caption`, { count: rows.length })}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th
              key={name}
              scope="col"
              aria-sort={name === "sent" && view === "announced" ? "ascending" : undefined}
            >
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const href = {
            pathname: "/office/imports/announcements/[announcementId]",
            params: { announcementId: row.id },
          } as const;
          return (
            <tr key={row.id}>
              <th scope="row">
                <PageLink href={href} className="mono">
                  {row.number}
                </PageLink>
                <span className="sub">{t("stated")}</span>
              </th>
              <td data-l={t("columns.issuer")}>
                {row.issuer ? <CountryName code={row.issuer} reference={reference} /> : null}
              </td>
              <td data-l={t("columns.importer")}>{row.exporterName}</td>
              <td data-l={t("columns.imported")}>
                {row.importedOn ? showDate(row.importedOn, locale) : null}
              </td>
              <td data-l={t("columns.sent")}>
                {row.sentAt ? times.near(row.sentAt) : null}
                {view === "returned" && row.answeredAt ? (
                  <span className="sub">
                    {t("askedBy", { when: times.near(row.answeredAt), by: row.answeredBy })}
                  </span>
                ) : null}
              </td>
              <td data-l={t("columns.scans")}>{t("scans", { count: row.scans })}</td>
              <td>
                <PageLink
                  href={href}
                  className="button button--secondary button--small"
                  aria-label={t("openNamed", { number: row.number ?? "" })}
                >
                  {t("open")}
                </PageLink>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
