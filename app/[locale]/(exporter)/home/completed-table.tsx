import { useLocale, useTranslations } from "next-intl";
import { UseAgain } from "@/app/[locale]/(exporter)/applications/use-again";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import type { Home } from "@/lib/applications/queries/home";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import type { Reference } from "@/lib/reference/types";

interface Props {
  rows: Home["completed"];
  reference: Reference;
  /** Whether the reader may prepare applications. */
  mayAct: boolean;
}

/** The certificates issued last, and until when each may be used. */
export function CompletedTable({ rows, reference, mayAct }: Props) {
  const t = useTranslations("dashboard.completed");
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="completed">
      <div className="section-head">
        <h2 id="completed">{t("title")}</h2>
      </div>
      <table className="table--stack">
        <caption className="visually-hidden">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("certificate")}</th>
            <th scope="col">{t("destination")}</th>
            <th scope="col" className="num">
              {t("carats")}
            </th>
            <th scope="col">{t("valid")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, certificate, destination, carats }) => {
            const when = showDate(certificate.expiresOn, locale);
            return (
              <tr key={id}>
                <th scope="row">
                  <PageLink
                    className="mono"
                    href={{
                      pathname: "/certificates/[certificateId]",
                      params: { certificateId: certificate.id },
                    }}
                  >
                    {certificate.number}
                  </PageLink>
                </th>
                <td data-label={t("destination")}>
                  {destination ? <CountryName code={destination} reference={reference} /> : "–"}
                </td>
                <td className="num" data-label={t("carats")}>
                  {showDecimal(carats, locale)}
                </td>
                <td data-label={t("valid")}>
                  {t(certificate.expiresOn < todayInOttawa() ? "expired" : "until", { when })}
                  {mayAct ? (
                    <UseAgain applicationId={id} name={certificate.number} look="button--link" />
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
