import { useFormatter } from "@/lib/i18n/formatter";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { shipmentWords } from "./shipment-words";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { PageLink } from "@/components/layout/page-link";
import { StatusTag } from "@/components/record/status-tag";
import type { ApplicationRow } from "@/lib/applications/list-row";
import type { Home } from "@/lib/applications/queries/home";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import type { Reference } from "@/lib/reference/types";

interface Props {
  home: Home;
  mayAct: boolean;
  reference: Reference;
}

/** What waits for the exporter: answers by the day they are due, then drafts. */
export function WaitingCards({ home, mayAct, reference }: Props) {
  const t = useTranslations("dashboard.waiting");
  const { waiting, waitingCount } = home;
  return (
    <>
      <h2 className="visually-hidden">{t("title")}</h2>
      {waiting.length === 0 ? <p>{t("none")}</p> : null}
      <div className="stack">
        {waiting.map((row) => (
          <WaitingCard key={row.id} row={row} mayAct={mayAct} reference={reference} />
        ))}
      </div>
      {waitingCount > waiting.length ? (
        <p className="small">
          <PageLink href={{ pathname: "/applications", query: { view: "pending" } }}>
            {t("all", { count: waitingCount })}
          </PageLink>
        </p>
      ) : null}
    </>
  );
}

function WaitingCard({ row, mayAct, reference }: Omit<Props, "home"> & { row: ApplicationRow }) {
  const t = useTranslations("dashboard.waiting");
  const format = useFormatter();
  const locale = useLocale();
  const due = row.answerDueOn ? isoDate(row.answerDueOn) : null;
  const late = row.status === "returned" && due !== null && due < todayInOttawa();
  const name = row.number ?? row.statedConsignee ?? t("unnamed");
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  const what = () => {
    if (row.status !== "returned") return t(mayAct ? "finish" : "draft", { name });
    if (row.openRequests === 0) return t(mayAct ? "resubmit" : "answered", { name });
    return t(mayAct ? "answer" : "asked", { name, count: row.openRequests });
  };
  return (
    <article className={`card card--link ${late ? "card--late" : "card--you"}`}>
      <div className="card__row">
        <h3>
          <PageLink href={tasksHref(row.id)}>{what()}</PageLink>
        </h3>
        <StatusTag status={row.status} />
      </div>
      <p>
        {shipmentWords(row, locale, reference).map((words) => `${words}. `)}
        {row.status === "returned" && due ? (
          t.rich(late ? "late" : "by", { when: showDate(due, locale), b })
        ) : (
          <span className="soft">
            {t("saved", {
              when: format.dateTime(row.updatedAt, { dateStyle: "long", timeStyle: "short" }),
            })}
          </span>
        )}
      </p>
    </article>
  );
}
