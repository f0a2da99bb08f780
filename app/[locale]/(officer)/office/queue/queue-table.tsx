import { getTranslations } from "next-intl/server";
import { claimFile } from "@/app/[locale]/(officer)/office/actions";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { categories as allCategories } from "@/lib/applications/answers";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";
import type { QueueRow } from "@/lib/reviews/queries/list-queue";

interface Props {
  rows: readonly QueueRow[];
  locale: Locale;
}

/** The files, one a row; below 700 px each row is a card. */
export async function QueueTable({ rows, locale }: Props) {
  const t = await getTranslations("office.queue");
  const state = await getTranslations("status.office");
  const category = await getTranslations("categories");
  const answer = await getTranslations("office.due");
  const times = await deskTimes();
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
  return (
    <table className="t cards">
      <caption>{t("caption", { count: rows.length })}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th
              key={name}
              scope="col"
              className={name === "carats" || name === "usd" ? "num" : undefined}
              aria-sort={name === "due" ? "ascending" : undefined}
            >
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const closed =
            row.status === "issued" || row.status === "rejected" || row.status === "cancelled";
          const due = closed ? times.due(null) : times.due(row.dueAt);
          const review = {
            pathname: "/office/review/[applicationId]",
            params: { applicationId: row.id },
          } as const;
          const late = due.late && row.status !== "returned";
          return (
            <tr key={row.id} className={late ? "late" : row.mine ? "mine" : undefined}>
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
                  <span className="sub">
                    {answer("received", { when: times.near(row.submittedAt) })}
                  </span>
                ) : null}
              </td>
              <th scope="row" className="nw">
                <PageLink href={review}>{row.number}</PageLink>
                <span className="sub">
                  {state(row.status)}
                  {row.submissionVersion > 1
                    ? `, ${t("version", { version: String(row.submissionVersion) })}`
                    : ""}
                </span>
                {row.withdrawalAsked ? (
                  <span className="block">
                    <span className="tag tag--amber">{t("withdrawalAsked")}</span>
                  </span>
                ) : null}
              </th>
              <td data-l={t("columns.exporter")}>
                {row.exporterName}
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
                {row.holderName === null ? (
                  <span className="soft">{t("nobody")}</span>
                ) : (
                  <>
                    {row.mine ? t("you") : row.holderName}
                    {row.claimedAt ? (
                      <span className="sub">{t("since", { when: times.near(row.claimedAt) })}</span>
                    ) : null}
                  </>
                )}
              </td>
              <td>
                {row.claimable ? (
                  <form action={claimFile.bind(null, row.id)}>
                    <button
                      className="button button--secondary button--small"
                      aria-label={t("claimNamed", { number: row.number })}
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
        })}
      </tbody>
    </table>
  );
}
