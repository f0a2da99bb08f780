import { useLocale, useTranslations } from "next-intl";
import { useSpan } from "@/components/record/use-span";
import type { ExporterFigures } from "@/lib/dossiers/queries/figures";
import { showDecimal } from "@/lib/forms/numbers";
import { ApplicationStatus } from "@/prisma/generated/enums";

/** What was sent and what came of it: states, share returned, time, and each year's certificates. */
export function FiguresBox({ figures }: { figures: ExporterFigures }) {
  const t = useTranslations("dossier.figures");
  const status = useTranslations("status.office");
  const locale = useLocale();
  const span = useSpan();
  const { states, sent, returnedShare, medianMinutes, years } = figures;
  const shown = Object.values(ApplicationStatus).filter((name) => (states[name] ?? 0) > 0);
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title">{t("title")}</h2>
      <dl className="figs">
        <div>
          <dt>{t("sent")}</dt>
          <dd>{sent}</dd>
        </div>
        {shown.map((name) => (
          <div key={name}>
            <dt>{status(name)}</dt>
            <dd>{states[name]}</dd>
          </div>
        ))}
        {returnedShare === null ? null : (
          <div>
            <dt>{t("returned")}</dt>
            <dd>{t("share", { share: showDecimal(returnedShare.toFixed(0), locale) })}</dd>
          </div>
        )}
        {medianMinutes === null ? null : (
          <div>
            <dt>{t("median")}</dt>
            <dd>{span(Math.round(medianMinutes))}</dd>
          </div>
        )}
      </dl>
      {years.length === 0 ? (
        <p className="soft">{t("noCertificates")}</p>
      ) : (
        <table className="t cards">
          <caption>{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("year")}</th>
              {(["certificates", "carats", "usd", "average"] as const).map((name) => (
                <th key={name} scope="col" className="num">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, certificates, carats, usd, average }) => (
              <tr key={year}>
                <th scope="row">{String(year)}</th>
                <td className="num" data-l={t("certificates")}>
                  {certificates}
                </td>
                <td className="num" data-l={t("carats")}>
                  {showDecimal(carats, locale)}
                </td>
                <td className="num" data-l={t("usd")}>
                  {showDecimal(usd, locale)}
                </td>
                <td className="num" data-l={t("average")}>
                  {average === null ? "–" : showDecimal(average, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
