import { getLocale, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import type { ExporterDossier } from "@/lib/dossiers/queries/find-exporter";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";

/** The newest import certificates and what is left of them; below 700 px each row is a card. */
export async function ImportsBox({ rows }: { rows: ExporterDossier["imports"] }) {
  const t = await getTranslations("dossier.imports");
  const locale = await getLocale();
  return (
    <section className="sec" aria-labelledby="imports-title">
      <h2 id="imports-title">{t("title")}</h2>
      {rows.length === 0 ? (
        <p className="soft">{t("none")}</p>
      ) : (
        <table className="t cards">
          <caption>{t("caption", { count: rows.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("imported")}</th>
              {(["registered", "held", "left"] as const).map((name) => (
                <th key={name} scope="col" className="num">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <PageLink
                    className="mono"
                    href={{ pathname: "/office/imports/[importId]", params: { importId: row.id } }}
                  >
                    {row.number}
                  </PageLink>
                  <span className="sub">
                    <CountryName code={row.issuer} />
                  </span>
                </th>
                <td data-l={t("imported")}>{showDate(row.importedOn, locale)}</td>
                <td className="num" data-l={t("registered")}>
                  {showDecimal(row.registered, locale)}
                </td>
                <td className="num" data-l={t("held")}>
                  {showDecimal(row.held, locale)}
                </td>
                <td className="num" data-l={t("left")}>
                  {showDecimal(row.remaining, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
