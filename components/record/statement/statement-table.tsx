import { useLocale, useTranslations } from "next-intl";
import Decimal from "decimal.js";
import { EntryWords, type Places } from "@/components/record/statement/entry-words";
import { showDecimal } from "@/lib/forms/numbers";
import { useFormatter } from "@/lib/i18n/formatter";
import type { EntryKind, Figures, Statement } from "@/lib/imports/statement";

const tint: Record<EntryKind, string> = {
  registered: "tag--white",
  reserved: "tag--blue",
  consumed: "",
  released: "tag--white",
  corrected: "tag--amber",
};

interface Props extends Pick<Statement, "entries" | "broughtForward"> {
  places: Places;
  /** How the table stands in a row of cards where it is narrow. */
  look: "cards" | "table--stack";
}

/** The lines of an account: when, what, for what, by whom, in, out, and what was left. */
export function StatementTable({ entries, broughtForward, places, look }: Props) {
  const t = useTranslations("statement");
  const locale = useLocale();
  const format = useFormatter();
  const label = (name: "kind" | "for" | "by" | "in" | "out" | "left") => {
    const text = t(`columns.${name}`);
    return look === "cards" ? { "data-l": text } : { "data-label": text };
  };
  const amount = ({ carats, usd }: Figures, way: 1 | -1) => {
    const [mass, value] = [new Decimal(carats).times(way), new Decimal(usd).times(way)];
    // A value that alone moves the other way is said with its sign.
    const here = mass.isZero() ? value.gt(0) : mass.gt(0);
    if (!here) return null;
    return <Amount carats={mass.toFixed(2)} usd={value.toFixed(2)} />;
  };
  return (
    <table className={look === "cards" ? "t cards statement" : "table--stack statement"}>
      <caption>{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.day")}</th>
          <th scope="col">{t("columns.kind")}</th>
          <th scope="col">{t("columns.for")}</th>
          <th scope="col">{t("columns.by")}</th>
          {(["in", "out", "left"] as const).map((name) => (
            <th key={name} scope="col" className="num">
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {broughtForward ? (
          <tr>
            <th scope="row" colSpan={6}>
              {t("broughtForward")}
            </th>
            <td className="num" {...label("left")}>
              <Amount {...broughtForward} strong />
            </td>
          </tr>
        ) : null}
        {entries.map((entry) => (
          <tr key={entry.id} className={entry.held ? "sel" : undefined}>
            <th scope="row" className="nw">
              {format.dateTime(entry.at, { dateStyle: "medium" })}
            </th>
            <td {...label("kind")}>
              <span className={`tag ${tint[entry.kind]}`}>{t(`kinds.${entry.kind}`)}</span>
            </td>
            <td {...label("for")}>
              <EntryWords entry={entry} places={places} />
              {entry.spent ? (
                <span className="sub">
                  {t("spent", { carats: showDecimal(entry.spent.carats, locale) })}
                </span>
              ) : null}
            </td>
            <td {...label("by")}>{entry.by?.join(", ") ?? t("theOffice")}</td>
            <td className="num" {...label("in")}>
              {amount(entry.moved, 1)}
            </td>
            <td className="num" {...label("out")}>
              {amount(entry.moved, -1)}
            </td>
            <td className="num" {...label("left")}>
              <Amount {...entry.left} strong />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Amount({ carats, usd, strong = false }: Figures & { strong?: boolean }) {
  const locale = useLocale();
  const mass = showDecimal(carats, locale);
  return (
    <>
      {strong ? <b>{mass}</b> : mass}
      <span className="sub">{showDecimal(usd, locale, "usd")}</span>
    </>
  );
}
