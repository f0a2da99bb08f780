import { useLocale, useTranslations } from "next-intl";
import { tasksHref } from "./[applicationId]/section-href";
import { SortHeader } from "./sort-header";
import { UseAgain } from "./use-again";
import { WhoActs } from "./who-acts";
import { PageLink } from "@/components/layout/page-link";
import { ClockLine } from "@/components/record/clock-line";
import { CountryName } from "@/components/record/country-name";
import { StatusTag } from "@/components/record/status-tag";
import { clockOf } from "@/lib/applications/clock-figures";
import type { ApplicationRow } from "@/lib/applications/list-row";
import type { ListFilter } from "@/lib/applications/schema-list";
import { now } from "@/lib/clock";
import { showDecimal } from "@/lib/forms/numbers";
import { useFormatter } from "@/lib/i18n/formatter";
import type { Calendar, Reference } from "@/lib/reference/types";

interface Props {
  rows: readonly ApplicationRow[];
  filter: ListFilter;
  reference: Reference;
  calendar: Calendar;
  /** Whether the reader may do what waits for the exporter. */
  mayAct: boolean;
}

/** Applications one a line: what, where to, how much, where it stands, who acts next. */
export function ApplicationTable({ rows, filter, reference, calendar, mayAct }: Props) {
  const t = useTranslations("applications");
  const format = useFormatter();
  const locale = useLocale();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return (
    <table className="table--stack">
      <caption className="visually-hidden">{t("table")}</caption>
      <thead>
        <tr>
          <SortHeader by="number" filter={filter} text={t("application")} />
          <th scope="col">{t("consignee")}</th>
          <SortHeader by="carats" filter={filter} text={t("carats")} className="num" />
          <SortHeader by="value" filter={filter} text={t("usd")} className="num" />
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
              {row.statedConsignee ?? "–"}
              {row.statedDestination ? (
                <>
                  <br />
                  <span className="soft">
                    <CountryName code={row.statedDestination} reference={reference} />
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
              <WhoActs row={row} mayAct={mayAct} />
              {row.clock.length > 0 ? (
                <>
                  <br />
                  <span className="soft">
                    <ClockLine clock={clockOf(row, now(), calendar)} reader="exporter" />
                  </span>
                </>
              ) : null}
              {row.number && mayAct ? (
                <UseAgain applicationId={row.id} name={row.number} look="button--link" />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
