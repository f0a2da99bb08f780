import { useLocale, useTranslations } from "next-intl";
import type { PriceComparison } from "@/lib/applications/signals/signal";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";

const from = { x: 52, y: 18 };
const to = { x: 322, y: 88 };

/** Prices a carat over time, this application ringed. Drawn on the server; a table beside it says the same. */
export function PricePlot({ prices, id }: { prices: PriceComparison; id: string }) {
  const t = useTranslations("signals.plot");
  const locale = useLocale();
  const { row, price, on, shipments, band } = prices;
  const figures = shipments.map((shipment) => Number(shipment.price));
  const bounds = band ? [Number(band.low), Number(band.high)] : [];
  // A band far above every price would press them to the floor.
  const most = Math.max(...figures, Number(price));
  const top = Math.max(most, ...bounds.filter((bound) => bound <= most * 3)) * 1.05;
  const days = [...shipments.map((shipment) => shipment.on), on].map((day) => Date.parse(day));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = (day: string) =>
    round(
      from.x +
        (last > first ? (Date.parse(day) - first) / (last - first) : 1) * (to.x - 8 - from.x),
    );
  const y = (figure: number) =>
    round(to.y - (Math.min(figure, top) / (top || 1)) * (to.y - from.y));
  const shown = (figure: string | number) => showDecimal(String(figure), locale);
  const day = (at: number) => showDate(new Date(at).toISOString().slice(0, 10), locale);
  const here = { x: x(on), y: y(Number(price)) };
  return (
    <figure className="prices">
      <svg
        className="plot"
        viewBox="0 0 330 106"
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
      >
        <title id={`${id}-title`}>{t("title", { row: String(row) })}</title>
        <desc id={`${id}-text`}>
          {t("text", {
            count: shipments.length,
            low: shown(Math.min(...figures).toFixed(2)),
            high: shown(Math.max(...figures).toFixed(2)),
            own: String(shipments.filter((shipment) => shipment.own).length),
            band: band ? t("band", { low: shown(band.low), high: shown(band.high) }) : t("noBand"),
            price: shown(price),
          })}
        </desc>
        {band ? (
          <rect
            className="plot__area"
            x={from.x}
            width={to.x - from.x}
            y={y(Number(band.high))}
            height={round(y(Number(band.low)) - y(Number(band.high)))}
          />
        ) : null}
        <line className="plot__axis" x1={from.x} x2={to.x} y1={to.y} y2={to.y} />
        <text x={from.x - 6} y={to.y + 3} textAnchor="end">
          0
        </text>
        <text x={from.x - 6} y={from.y + 4} textAnchor="end">
          {shown(Math.round(top))}
        </text>
        {shipments.map((shipment) => (
          <circle
            key={shipment.applicationId}
            className={shipment.own ? "plot__own" : "plot__other"}
            cx={x(shipment.on)}
            cy={y(Number(shipment.price))}
            r={shipment.own ? 3.2 : 2.6}
          />
        ))}
        <circle className="plot__mark" cx={here.x} cy={here.y} r="6" />
        <text
          className="hi"
          x={here.x}
          y={here.y < 34 ? here.y + 20 : here.y - 11}
          textAnchor="end"
        >
          {t("this", { price: shown(price) })}
        </text>
        <text x={from.x} y="103">
          {day(first)}
        </text>
        <text x={to.x} y="103" textAnchor="end">
          {day(last)}
        </text>
      </svg>
      <figcaption className="basis">
        {t("title", { row: String(row) })}. {t("key")}
      </figcaption>
    </figure>
  );
}

const round = (place: number) => Math.round(place * 10) / 10;
