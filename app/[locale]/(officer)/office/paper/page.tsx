import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { listPaperDrafts } from "@/lib/applications/queries/list-paper";
import { requireReviewer } from "@/lib/auth/current";
import { showDate } from "@/lib/forms/dates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.paper");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<{ entered?: string | string[] }>;
}

/** The front desk: what came on paper and is being typed in. */
export default async function PaperPage({ searchParams }: Props) {
  const viewer = await requireReviewer();
  const drafts = await listPaperDrafts(viewer);
  const t = await getTranslations("office.paper");
  const locale = await getLocale();
  const times = await deskTimes();
  const { entered } = await searchParams;
  const columns = ["received", "exporter", "by", "saved"] as const;
  return (
    <main id="main" className="o-page">
      <h1>{t("title")}</h1>
      {typeof entered === "string" ? (
        <div className="notice notice--success" role="status">
          <p>
            <strong>{t("entered")}</strong> {t("enteredNext")}
          </p>
        </div>
      ) : null}
      <p>{t("intro")}</p>
      <p>
        <PageLink className="button" href="/office/paper/new">
          {t("start")}
        </PageLink>
      </p>
      <h2>{t("open")}</h2>
      {drafts.length === 0 ? (
        <p className="note">{t("none")}</p>
      ) : (
        <table className="t cards">
          <caption>{t("caption", { count: drafts.length })}</caption>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {t(`columns.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drafts.map(({ id, mine, receivedOn, exporterName, enteredBy, updatedAt }) => (
              <tr key={id}>
                <td data-l={t("columns.received")} className="nw">
                  {showDate(receivedOn, locale)}
                </td>
                <th scope="row">
                  {mine ? (
                    <PageLink
                      href={{
                        pathname: "/applications/[applicationId]",
                        params: { applicationId: id },
                      }}
                    >
                      {exporterName}
                    </PageLink>
                  ) : (
                    exporterName
                  )}
                </th>
                <td data-l={t("columns.by")}>{mine ? t("you") : enteredBy}</td>
                <td data-l={t("columns.saved")}>{times.near(updatedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}
