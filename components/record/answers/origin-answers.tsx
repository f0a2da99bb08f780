import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import type { ChangeLink } from "@/components/record/answers/answer-words";
import type { AnswerNames } from "@/lib/applications/answer-names";
import { CountryOfOrigin } from "@/components/record/country-of-origin";
import { originDetails } from "@/lib/applications/origin-details";
import { SummaryList } from "@/components/record/summary-list";
import type { Answers } from "@/lib/applications/answers";
import { pricePerCarat, totalsOf } from "@/lib/applications/totals";
import { showDecimal } from "@/lib/forms/numbers";

interface Props {
  answers: Answers;
  names: AnswerNames;
  change?: ChangeLink;
}

/** The origin rows with their totals, and the country of origin that follows from them. */
export function OriginAnswers({ answers, names, change }: Props) {
  const t = useTranslations("application.answers");
  const application = useTranslations("application");
  const categories = useTranslations("categories");
  const locale = useLocale();
  const rows = answers.origin?.origins ?? [];
  const totals = totalsOf(rows);
  const shown = (value: string | null | undefined) => (value ? showDecimal(value, locale) : "–");
  return (
    <>
      {rows.length === 0 ? (
        <SummaryList
          rows={[{ term: t("origins"), text: t("noRows"), act: change?.("add", t("origins")) }]}
        />
      ) : (
        <table className="table--stack">
          <caption className="visually-hidden">{t("origins")}</caption>
          <thead>
            <tr>
              <th scope="col">{application("origin.category")}</th>
              <th scope="col" className="num">
                {t("carats")}
              </th>
              <th scope="col" className="num">
                {t("usd")}
              </th>
              <th scope="col" className="num">
                {t("price")}
              </th>
              {change ? (
                <th scope="col">
                  <span className="visually-hidden">{t("act")}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => {
              const category = categories(row.category);
              return (
                <tr key={row.id}>
                  <th scope="row">
                    {category}
                    {originDetails(row, names, locale, application).map((line, at) => (
                      <Fragment key={at}>
                        <br />
                        <span className="soft wraps">{line}</span>
                      </Fragment>
                    ))}
                  </th>
                  <td className="num" data-label={t("carats")}>
                    {shown(row.carats)}
                  </td>
                  <td className="num" data-label={t("usd")}>
                    {shown(row.usd)}
                  </td>
                  <td className="num" data-label={t("priceShort")}>
                    {shown(pricePerCarat(row))}
                  </td>
                  {change ? (
                    <td className="num">
                      {change(`origins[${i}].category`, t("row", { n: i + 1, category }))}
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("shipment")}</th>
              <td className="num" data-label={t("carats")}>
                {shown(totals.carats)}
              </td>
              <td className="num" data-label={t("usd")}>
                {shown(totals.usd)}
              </td>
              <td className="num" data-label={t("priceShort")}>
                {shown(totals.usdPerCarat)}
              </td>
              {change ? <td /> : null}
            </tr>
          </tfoot>
        </table>
      )}
      <SummaryList
        rows={[
          {
            term: t("countryOfOrigin"),
            text: <CountryOfOrigin answers={answers} names={names} />,
            act: change?.("origins[0].category", t("countryOfOrigin")),
          },
        ]}
      />
    </>
  );
}
