import { useLocale, useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { PriceComparison } from "@/lib/applications/signals/signal";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";

/** The shipments of a plot, each with its file. */
export function PriceTable({ prices: { shipments } }: { prices: PriceComparison }) {
  const t = useTranslations("signals.plot");
  const locale = useLocale();
  return (
    <details>
      <summary>{t("table", { count: shipments.length })}</summary>
      <table className="flush">
        <thead>
          <tr>
            <th scope="col">{t("file")}</th>
            <th scope="col">{t("on")}</th>
            <th scope="col">{t("whose")}</th>
            <th scope="col" className="num">
              {t("price")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shipments.map(({ applicationId, number, on, own, price }) => (
            <tr key={applicationId}>
              <td>
                <PageLink
                  href={{ pathname: "/office/review/[applicationId]", params: { applicationId } }}
                >
                  {number}
                </PageLink>
              </td>
              <td>{showDate(on, locale)}</td>
              <td>{own ? t("ownRow") : t("otherRow")}</td>
              <td className="num">{showDecimal(price, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
