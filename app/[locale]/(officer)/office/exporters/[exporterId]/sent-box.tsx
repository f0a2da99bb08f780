import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import type { ExporterDossier } from "@/lib/dossiers/queries/find-exporter";
import { showDecimal } from "@/lib/forms/numbers";

/** The newest applications with their certificates and seals; below 700 px each row is a card. */
export async function SentBox({ rows }: { rows: ExporterDossier["sent"] }) {
  const t = await getTranslations("dossier.sent");
  const status = await getTranslations("status.office");
  const locale = await getLocale();
  const times = await deskTimes();
  if (rows.length === 0) {
    return (
      <section className="sec" aria-labelledby="sent-title">
        <h2 id="sent-title">{t("title")}</h2>
        <p className="soft">{t("none")}</p>
      </section>
    );
  }
  return (
    <section className="sec" aria-labelledby="sent-title">
      <h2 id="sent-title">{t("title")}</h2>
      <table className="t cards">
        <caption>{t("caption", { count: rows.length })}</caption>
        <thead>
          <tr>
            {(["number", "destination", "carats", "usd", "seals", "certificate"] as const).map(
              (name) => (
                <th
                  key={name}
                  scope="col"
                  className={name === "carats" || name === "usd" ? "num" : undefined}
                >
                  {t(name)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <PageLink
                  href={{
                    pathname: "/office/review/[applicationId]",
                    params: { applicationId: row.id },
                  }}
                >
                  {row.number}
                </PageLink>
                <span className="sub">
                  {status(row.status)}
                  {row.submittedAt ? `, ${times.near(row.submittedAt)}` : ""}
                </span>
              </th>
              <td data-l={t("destination")}>
                {row.destination ? <CountryName code={row.destination} /> : null}
              </td>
              <td className="num" data-l={t("carats")}>
                {row.carats ? showDecimal(row.carats, locale) : ""}
              </td>
              <td className="num" data-l={t("usd")}>
                {row.usd ? showDecimal(row.usd, locale) : ""}
              </td>
              <td data-l={t("seals")}>
                <span className="mono">{row.seals.slice(0, 4).join(", ")}</span>
                {row.seals.length > 4 ? (
                  <span className="sub">
                    {t("moreSeals", { count: String(row.seals.length - 4) })}
                  </span>
                ) : null}
              </td>
              <td data-l={t("certificate")}>
                {row.certificateId ? (
                  <PageLink
                    className="mono"
                    href={{
                      pathname: "/office/certificates/[certificateId]",
                      params: { certificateId: row.certificateId },
                    }}
                  >
                    {row.certificate}
                  </PageLink>
                ) : (
                  <span className="soft">–</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
