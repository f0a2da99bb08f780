import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { certificateHref } from "./[certificateId]/certificate-href";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { listFollowUps, type FollowUpRow } from "@/lib/certificates/queries/list-follow-ups";
import { showDate } from "@/lib/forms/dates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("life");
  return { title: t("title") };
}

/** What the office has to follow up after issue, the most pressing first. */
export default async function CertificatesPage() {
  const viewer = await requireOfficer();
  const t = await getTranslations("life");
  const found = await listFollowUps(viewer);
  const lists = [
    "differences",
    "reports",
    "unconfirmed",
    "losses",
    "proposals",
    "expired",
    "toSend",
  ] as const;
  const waiting = lists.filter((list) => found[list].length > 0);
  return (
    <main id="main" className="o-page">
      <div className="line line--c">
        <h1>{t("title")}</h1>
        <PageLink className="button button--secondary end" href="/office/sheets">
          {t("list.sheets")}
        </PageLink>
      </div>
      {waiting.length === 0 ? <p>{t("nothing")}</p> : null}
      {waiting.map((list) => (
        <section key={list} aria-labelledby={`${list}-title`}>
          <h2 id={`${list}-title`}>{t(`list.${list}`)}</h2>
          <FollowTable name={t(`list.${list}`)} rows={found[list]} due={list === "reports"} />
        </section>
      ))}
    </main>
  );
}

interface TableProps {
  name: string;
  rows: readonly FollowUpRow[];
  /** Whether it says when the paper of the export report is due. */
  due: boolean;
}

async function FollowTable({ name, rows, due }: TableProps) {
  const t = await getTranslations("life");
  const locale = await getLocale();
  return (
    <table className="t cards">
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.number")}</th>
          <th scope="col">{t("columns.exporter")}</th>
          {due ? <th scope="col">{t("columns.due")}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, number, exporterName, report }) => (
          <tr key={id}>
            <th scope="row">
              <PageLink href={certificateHref(id)}>
                <span className="mono">{number}</span>
              </PageLink>
            </th>
            <td data-l={t("columns.exporter")}>{exporterName}</td>
            {due ? (
              <td data-l={t("columns.due")}>
                {report.dueOn && report.state !== "received" ? showDate(report.dueOn, locale) : "–"}{" "}
                {report.state === "overdue" ? (
                  <span className="tag tag--red">{t("list.late")}</span>
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
