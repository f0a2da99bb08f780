import { useLocale, useTranslations } from "next-intl";
import { showDecimal } from "@/lib/forms/numbers";
import { useFormatter } from "@/lib/i18n/formatter";
import type { Statement } from "@/lib/imports/statement";

const from = { x: 64, y: 14 };
const to = { x: 1224, y: 78 };

/** What was left over time, one step a movement. Drawn on the server; the table says the same. */
export function BalancePlot({ steps: all }: Pick<Statement, "steps">) {
  const t = useTranslations("statement.plot");
  const locale = useLocale();
  const format = useFormatter();
  const steps = forwards(all);
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || steps.length < 2) return null;
  const most = Math.max(...steps.map(({ left }) => Number(left)));
  const span = last.at.getTime() - first.at.getTime();
  const x = (at: Date) =>
    round(
      from.x + (span > 0 ? (at.getTime() - first.at.getTime()) / span : 1) * (to.x - 24 - from.x),
    );
  const y = (left: string) => round(to.y - (most > 0 ? Number(left) / most : 0) * (to.y - from.y));
  const line = steps
    .map(({ at, left }, i) => (i === 0 ? `M${x(at)} ${y(left)}` : `H${x(at)} V${y(left)}`))
    .join(" ");
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  const left = (carats: string) => showDecimal(carats, locale);
  // Above the step that led there; at the top there is room only below.
  const above = Math.min(y(last.left), y(steps.at(-2)?.left ?? last.left)) - 8;
  const beside = above < from.y ? y(last.left) + 16 : above;
  return (
    <svg
      className="plot plot--wide"
      viewBox="0 0 1240 96"
      role="img"
      aria-labelledby="plot-title plot-text"
    >
      <title id="plot-title">{t("title")}</title>
      <desc id="plot-text">
        {t("text", {
          first: left(first.left),
          from: day(first.at),
          last: left(last.left),
          until: day(last.at),
        })}
      </desc>
      <path className="plot__area" d={`${line} H${to.x} V${to.y} H${from.x} Z`} />
      <path className="plot__line" d={`${line} H${to.x}`} />
      <line className="plot__axis" x1={from.x} x2={to.x} y1={to.y} y2={to.y} />
      <text x={from.x - 6} y={from.y + 4} textAnchor="end">
        {left(Math.ceil(most).toString())}
      </text>
      <text x={from.x - 6} y={to.y + 3} textAnchor="end">
        0
      </text>
      <text x={from.x} y="93">
        {day(first.at)}
      </text>
      <text x={to.x} y="93" textAnchor="end">
        {day(last.at)}
      </text>
      <circle className="plot__mark" cx={x(last.at)} cy={y(last.left)} r="5" />
      <text className="hi" x={x(last.at) - 10} y={beside} textAnchor="end">
        {t("left", { carats: left(last.left) })}
      </text>
    </svg>
  );
}

/** In the order of the entries time only goes on, whatever the clocks of two servers said. */
function forwards(steps: Statement["steps"]): Statement["steps"] {
  let latest = 0;
  return steps.map(({ at, left }) => {
    latest = Math.max(latest, at.getTime());
    return { at: new Date(latest), left };
  });
}

const round = (place: number) => Math.round(place * 10) / 10;
