import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { ExporterRow } from "@/lib/dossiers/queries/list-exporters";

/** Profiles, one a row; below 700 px each row is a card. */
export async function ExporterTable({ rows }: { rows: readonly ExporterRow[] }) {
  const t = await getTranslations("dossier.list");
  const times = await deskTimes();
  return (
    <table className="t cards">
      <caption>{t("caption", { count: rows.length })}</caption>
      <thead>
        <tr>
          {(["name", "place", "businessNumber", "applications", "last"] as const).map((name) => (
            <th key={name} scope="col" className={name === "applications" ? "num" : undefined}>
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <PageLink
                href={{
                  pathname: "/office/exporters/[exporterId]",
                  params: { exporterId: row.id },
                }}
              >
                {row.legalName}
              </PageLink>
              {row.mergedInto === null ? null : (
                <span className="sub">{t("mergedInto", { name: row.mergedInto })}</span>
              )}
              {row.ownProfile ? <span className="sub">{t("own")}</span> : null}
            </th>
            <td data-l={t("columns.place")}>
              {row.city} ({row.province})
            </td>
            <td data-l={t("columns.businessNumber")}>
              {row.businessNumber ?? <span className="soft">–</span>}
            </td>
            <td className="num" data-l={t("columns.applications")}>
              {row.applications}
            </td>
            <td data-l={t("columns.last")}>
              {row.lastSubmittedAt ? (
                times.moment(row.lastSubmittedAt)
              ) : (
                <span className="soft">–</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
