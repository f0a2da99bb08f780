import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { requireSignatory } from "@/lib/auth/current";
import { showDecimal } from "@/lib/forms/numbers";
import { listToSign } from "@/lib/reviews/queries/list-to-sign";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.sign");
  return { title: t("title") };
}

/** What waits for a signatory, due first. One by one, never in bulk. */
export default async function SignPage() {
  const viewer = await requireSignatory();
  const files = await listToSign(viewer);
  const t = await getTranslations("office.sign");
  const advice = await getTranslations("office.review.recommendation");
  const locale = await getLocale();
  const times = await deskTimes();
  const columns = [
    "due",
    "application",
    "exporter",
    "destination",
    "carats",
    "advice",
    "by",
    "act",
  ] as const;
  return (
    <main id="main" className="o-page">
      <h1>{t("title")}</h1>
      {files.length === 0 ? <p className="note">{t("empty")}</p> : null}
      {files.length > 0 ? (
        <table className="t cards">
          <caption>{t("caption", { count: files.length })}</caption>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" className={name === "carats" ? "num" : undefined}>
                  {t(`columns.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {files.map((file) => {
              const due = times.due(file.dueAt);
              return (
                <tr key={file.id} className={due.late ? "late" : undefined}>
                  <td data-l={t("columns.due")}>
                    <b className="nw">{due.text}</b>
                    {due.sub ? <span className="sub">{due.sub}</span> : null}
                  </td>
                  <th scope="row" className="nw">
                    {file.number}
                  </th>
                  <td data-l={t("columns.exporter")}>{file.exporterName}</td>
                  <td data-l={t("columns.destination")}>
                    {file.destinationName ? file.destinationName[locale] : ""}
                  </td>
                  <td className="num" data-l={t("columns.carats")}>
                    {file.carats ? showDecimal(file.carats, locale) : ""}
                  </td>
                  <td data-l={t("columns.advice")}>{advice(file.outcome)}</td>
                  <td data-l={t("columns.by")}>
                    {file.recommendedBy}
                    {file.recommendedAt ? (
                      <span className="sub">{times.near(file.recommendedAt)}</span>
                    ) : null}
                  </td>
                  <td>
                    <PageLink
                      className="button button--secondary button--small"
                      href={{
                        pathname: "/office/issue/[applicationId]",
                        params: { applicationId: file.id },
                      }}
                      aria-label={t("openNamed", { number: file.number })}
                    >
                      {t("open")}
                    </PageLink>
                    {file.cannotSign ? <span className="sub">{t("cannot")}</span> : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
    </main>
  );
}
