import { getLocale, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import type { RegisterRow } from "@/lib/imports/queries/list-register";
import type { Participant } from "@/lib/reference/types";
import { OriginalWords } from "./original-words";

interface Props {
  rows: readonly RegisterRow[];
  view: "overdue" | "awaited" | "registered";
  participants: readonly Participant[];
  /** Whether the reader records originals. */
  receives: boolean;
}

/** Entries of the register; below 700 px each row is a card. */
export async function RegisterTable({ rows, view, participants, receives }: Props) {
  const t = await getTranslations("office.imports");
  const locale = await getLocale();
  const reference = { countries: [], participants };
  const acts = receives && view !== "registered";
  const columns = [
    "number",
    "issuer",
    "importer",
    "imported",
    "carats",
    "left",
    "original",
    ...(acts ? (["act"] as const) : []),
  ] as const;
  return (
    <table className="t cards">
      <caption>{t(`${view}.caption`, { count: rows.length })}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th
              key={name}
              scope="col"
              className={name === "carats" || name === "left" ? "num" : undefined}
              aria-sort={name === "imported" && view !== "registered" ? "ascending" : undefined}
            >
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const params = { importId: row.id };
          return (
            <tr key={row.id} className={row.original.state === "overdue" ? "late" : undefined}>
              <th scope="row">
                <PageLink
                  className="mono"
                  href={{ pathname: "/office/imports/[importId]", params }}
                >
                  {row.number}
                </PageLink>
              </th>
              <td data-l={t("columns.issuer")}>
                <CountryName code={row.issuer} reference={reference} />
              </td>
              <td data-l={t("columns.importer")}>{row.importerName}</td>
              <td data-l={t("columns.imported")}>{showDate(row.importedOn, locale)}</td>
              <td className="num" data-l={t("columns.carats")}>
                {showDecimal(row.carats, locale)}
              </td>
              <td className="num" data-l={t("columns.left")}>
                {showDecimal(row.remaining, locale)}
              </td>
              <td data-l={t("columns.original")}>
                <OriginalWords row={row} />
              </td>
              {acts ? (
                <td>
                  <PageLink
                    className="button button--secondary button--small"
                    href={{ pathname: "/office/imports/[importId]/original", params }}
                    aria-label={t("receiveNamed", { number: row.number })}
                  >
                    {t("receive")}
                  </PageLink>
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
