import { getLocale, getTranslations } from "next-intl/server";
import { signed } from "./signed";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import type { Corrections } from "@/lib/imports/queries/corrections";

/** What was proposed before, and what became of it. */
export async function PastCorrections({ past }: Pick<Corrections, "past">) {
  const t = await getTranslations("correction");
  const locale = await getLocale();
  const times = await deskTimes();
  return (
    <section aria-labelledby="past-title">
      <h2 id="past-title">{t("past.title")}</h2>
      <table className="t cards">
        <caption className="visually-hidden">{t("past.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("columns.proposed")}</th>
            <th scope="col" className="num">
              {t("columns.carats")}
            </th>
            <th scope="col" className="num">
              {t("columns.usd")}
            </th>
            <th scope="col">{t("columns.reason")}</th>
            <th scope="col">{t("columns.outcome")}</th>
          </tr>
        </thead>
        <tbody>
          {past.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                {each.by}
                <span className="sub">{times.moment(each.proposedAt)}</span>
              </th>
              <td className="num" data-l={t("columns.carats")}>
                {signed(each.carats, locale)}
              </td>
              <td className="num" data-l={t("columns.usd")}>
                {signed(each.usd, locale)}
              </td>
              <td className="written" data-l={t("columns.reason")}>
                {each.reason}
              </td>
              <td data-l={t("columns.outcome")}>
                {each.outcome ? t(`outcomes.${each.outcome}`, { by: each.decider }) : null}
                {each.answer ? <span className="sub written">{each.answer}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
