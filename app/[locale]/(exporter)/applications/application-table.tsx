import { useLocale, useTranslations } from "next-intl";
import { tasksHref } from "./[applicationId]/section-href";
import { WhoActs } from "./who-acts";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import { StatusTag } from "@/components/record/status-tag";
import type { ApplicationRow } from "@/lib/applications/queries/list";
import { showDecimal } from "@/lib/forms/numbers";
import { useFormatter } from "@/lib/i18n/formatter";
import type { Reference } from "@/lib/reference/types";

interface Props {
  rows: readonly ApplicationRow[];
  reference: Reference;
}

/** Applications one a line: what, where to, how much, where it stands, who acts next. */
export function ApplicationTable({ rows, reference }: Props) {
  const t = useTranslations("applications");
  const format = useFormatter();
  const locale = useLocale();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return (
    <table className="table--stack">
      <caption className="visually-hidden">{t("table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("application")}</th>
          <th scope="col">{t("consignee")}</th>
          <th scope="col" className="num">
            {t("carats")}
          </th>
          <th scope="col" className="num">
            {t("usd")}
          </th>
          <th scope="col">{t("status")}</th>
          <th scope="col">{t("next")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <PageLink href={tasksHref(row.id)}>{row.number ?? t("hub.draftTitle")}</PageLink>
              <br />
              <span className="soft">
                {row.certificate ? (
                  <span className="mono">{row.certificate.number}</span>
                ) : row.submittedAt ? (
                  t("sent", { when: day(row.submittedAt) })
                ) : (
                  t("changed", { when: day(row.updatedAt) })
                )}
              </span>
            </th>
            <td data-label={t("consigneeShort")}>
              {row.consigneeName ?? "–"}
              {row.destination ? (
                <>
                  <br />
                  <span className="soft">
                    <CountryName code={row.destination} reference={reference} />
                  </span>
                </>
              ) : null}
            </td>
            <td className="num" data-label={t("carats")}>
              {row.carats ? showDecimal(row.carats, locale) : "–"}
            </td>
            <td className="num" data-label={t("usd")}>
              {row.valueUsd ? showDecimal(row.valueUsd, locale) : "–"}
            </td>
            <td data-label={t("status")}>
              <StatusTag status={row.status} />
            </td>
            <td data-label={t("next")}>
              <WhoActs row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
