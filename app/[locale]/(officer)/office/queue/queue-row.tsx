import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { categories as allCategories } from "@/lib/applications/answers";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";
import type { QueueRow as Row } from "@/lib/reviews/queries/list-queue";
import {
  carried,
  printQueue,
  queueQuery,
  viewOf,
  type QueueFilter,
} from "@/lib/reviews/queue-filter";
import { claimInQueue } from "./actions";
import { HolderCell } from "./holder-cell";

interface Props {
  row: Row;
  filter: QueueFilter;
  locale: Locale;
  /** Something was just done with it. */
  justNow: boolean;
}

const closed = ["issued", "rejected", "cancelled"];

/** One file of the queue. */
export async function QueueRow({ row, filter, locale, justNow }: Props) {
  const t = await getTranslations("office.queue");
  const state = await getTranslations("status.office");
  const category = await getTranslations("categories");
  const answer = await getTranslations("office.due");
  const times = await deskTimes();
  const due = times.due(closed.includes(row.status) ? null : row.dueAt);
  const late = due.late && row.status !== "returned";
  const review = {
    pathname: "/office/review/[applicationId]",
    params: { applicationId: row.id },
    query: carried(filter),
  } as const;
  const ofExporter = queueQuery({ ...viewOf(filter), exporter: "", exporterId: row.exporterId });
  const looks = [late ? "late" : row.mine ? "mine" : "", justNow ? "now" : ""].join(" ").trim();
  return (
    <tr id={`file-${row.id}`} data-file={row.id} className={looks || undefined}>
      <td data-l={t("columns.due")}>
        {row.status === "returned" && row.answerDueOn ? (
          <b>{answer("answerBy", { date: showDate(row.answerDueOn, locale) })}</b>
        ) : (
          <>
            <b className="nw">{due.text}</b>
            {due.sub ? <span className="sub">{due.sub}</span> : null}
          </>
        )}
        {row.submittedAt ? (
          <span className="sub">{answer("received", { when: times.lately(row.submittedAt) })}</span>
        ) : null}
      </td>
      <th scope="row" className="nw">
        <PageLink href={review} data-key="open">
          {row.number}
        </PageLink>
        <span className="sub">
          {state(row.status)}
          {row.submissionVersion > 1
            ? `, ${t("version", { version: String(row.submissionVersion) })}`
            : ""}
        </span>
        {row.onPaper ? (
          <span className="block">
            <span className="tag">{t("onPaper")}</span>
          </span>
        ) : null}
        {row.withdrawalAsked ? (
          <span className="block">
            <span className="tag tag--amber">{t("withdrawalAsked")}</span>
          </span>
        ) : null}
        {row.risk === "none" ? null : (
          <span className="block">
            <span className={row.risk === "high" ? "tag tag--red" : "tag tag--amber"}>
              {t(`risk.${row.risk}`)}
            </span>
          </span>
        )}
      </th>
      <td data-l={t("columns.exporter")}>
        <PageLink
          className="plain"
          href={{ pathname: "/office/queue", query: ofExporter }}
          title={t("filter.onlyExporter", { exporter: row.exporterName })}
        >
          {row.exporterName}
        </PageLink>
        <span className="sub">
          {allCategories
            .filter((name) => row.categories.includes(name))
            .map((name) => category(name))
            .join(", ")}
        </span>
      </td>
      <td data-l={t("columns.destination")}>
        {row.destinationName ? row.destinationName[locale] : ""}
        <span className="sub">{row.consigneeName}</span>
      </td>
      <td className="num" data-l={t("columns.carats")}>
        {row.carats ? showDecimal(row.carats, locale) : ""}
      </td>
      <td className="num" data-l={t("columns.usd")}>
        {row.valueUsd ? showDecimal(row.valueUsd, locale) : ""}
      </td>
      <td data-l={t("columns.officer")}>
        <HolderCell row={row} filter={filter} />
      </td>
      <td>
        {row.claimable ? (
          <form action={claimInQueue.bind(null, row.id, printQueue(filter))}>
            <button
              className="button button--secondary button--small"
              aria-label={t("claimNamed", { number: row.number })}
              data-key="claim"
            >
              {t("claim")}
            </button>
          </form>
        ) : (
          <PageLink
            href={review}
            className={row.mine ? "button button--secondary button--small" : undefined}
            aria-label={t("openNamed", { number: row.number })}
          >
            {t("open")}
          </PageLink>
        )}
      </td>
    </tr>
  );
}
