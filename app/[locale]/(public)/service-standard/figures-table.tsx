import { getLocale, getTranslations } from "next-intl/server";
import { Span } from "@/components/record/span";
import type { getServiceFigures } from "@/lib/applications/queries/service-standard";
import { firstDayOf, servicePeriods } from "@/lib/applications/service-periods";
import { now, todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { getFormatter } from "@/lib/i18n/get-formatter";

type Figures = Awaited<ReturnType<typeof getServiceFigures>>;

/** How many applications were decided in each period, and how fast; nothing where there were too few. */
export async function FiguresTable({ figures }: { figures: Figures }) {
  const t = await getTranslations("serviceStandard.figures");
  const locale = await getLocale();
  const format = await getFormatter();
  if (servicePeriods.every((period) => figures[period] === null)) return <p>{t("empty")}</p>;
  const number = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA");
  // Rounded down: ninety-nine in a hundred and a half is not all.
  const share = (kept: number, decided: number) => Math.floor((kept / decided) * 100);
  return (
    <>
      <p>
        {t("text", { when: format.dateTime(now(), { dateStyle: "long", timeStyle: "short" }) })}
      </p>
      <table className="table--stack">
        <caption className="visually-hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("period")}</th>
            <th scope="col" className="num">
              {t("decided")}
            </th>
            <th scope="col" className="num">
              {t("kept")}
            </th>
            <th scope="col" className="num">
              {t("median")}
            </th>
            <th scope="col" className="num">
              {t("ninetieth")}
            </th>
          </tr>
        </thead>
        <tbody>
          {servicePeriods.map((period) => {
            const row = figures[period];
            const day = showDate(firstDayOf(period, todayInOttawa()), locale);
            return (
              <tr key={period}>
                <th scope="row">{t(`periods.${period}`, { day })}</th>
                {row ? (
                  <>
                    <td className="num" data-label={t("decided")}>
                      {number.format(row.decided)}
                    </td>
                    <td className="num" data-label={t("kept")}>
                      {t("share", { share: String(share(row.kept, row.decided)) })}
                    </td>
                    <td className="num" data-label={t("median")}>
                      <Span minutes={row.median} />
                    </td>
                    <td className="num" data-label={t("ninetieth")}>
                      <Span minutes={row.ninetieth} />
                    </td>
                  </>
                ) : (
                  <td colSpan={4}>{t("few")}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="small">{t("explain")}</p>
    </>
  );
}
