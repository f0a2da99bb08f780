import { useLocale, useTranslations } from "next-intl";
import Decimal from "decimal.js";
import { showDecimal } from "@/lib/forms/numbers";
import type { Statement } from "@/lib/imports/statement";

const width = 1240;
const height = 24;

/** The head of a statement: what was registered and where it is now, in carats and US dollars. */
export function StatementFigures({ statement }: { statement: Statement }) {
  const t = useTranslations("statement");
  const locale = useLocale();
  const { registered, exported, held, left } = statement;
  const show = (figure: string) => showDecimal(figure, locale);
  const parts = {
    exported: show(exported.carats),
    held: show(held.carats),
    left: show(left.carats),
  };
  const perCarat = new Decimal(registered.carats).isZero()
    ? null
    : new Decimal(registered.usd).div(registered.carats).toFixed(2);
  const x = (carats: string) =>
    new Decimal(registered.carats).isZero()
      ? 0
      : new Decimal(carats).div(registered.carats).times(width).toNumber();
  const [used, both] = [x(exported.carats), x(exported.carats) + x(held.carats)];
  return (
    <>
      <dl className="figs">
        {(
          [
            ["registered", registered, t("figures.registered")],
            ["exported", exported, t("figures.exported", { count: exported.certificates })],
            ["held", held, t("figures.held", { count: held.applications })],
            ["left", left, t("figures.left")],
          ] as const
        ).map(([name, figures, label]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              {show(figures.carats)}
              <span className="sub">{showDecimal(figures.usd, locale, "usd")}</span>
            </dd>
          </div>
        ))}
        {perCarat ? (
          <div>
            <dt>{t("figures.perCarat")}</dt>
            <dd>{showDecimal(perCarat, locale, "usd")}</dd>
          </div>
        ) : null}
      </dl>
      <svg
        className="plot plot--bar"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("bar", { registered: show(registered.carats), ...parts })}
      >
        <rect className="plot__left" width={width} height={height} />
        <rect className="plot__held" width={both} height={height} />
        <rect className="plot__exported" width={used} height={height} />
      </svg>
      <p className="small soft">
        {t("sum", { registered: show(registered.carats), ...parts })}{" "}
        {t("sumUsd", {
          exported: show(exported.usd),
          held: show(held.usd),
          left: show(left.usd),
          registered: showDecimal(registered.usd, locale, "usd"),
        })}
      </p>
    </>
  );
}
