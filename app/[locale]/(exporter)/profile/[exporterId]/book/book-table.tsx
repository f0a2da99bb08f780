import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { removeEntry } from "./actions";
import { addressText } from "@/lib/applications/address-text";
import type { BookEntry } from "@/lib/exporters/queries/book";
import { showCoordinate } from "@/lib/forms/coordinates";
import { useFormatter } from "@/lib/i18n/formatter";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Reference } from "@/lib/reference/types";

interface Props {
  kind: BookEntry["kind"];
  exporterId: string;
  entries: readonly BookEntry[];
  reference: Reference;
  mayRemove: boolean;
}

/** The entries of a kind, one a line. */
export function BookTable({ kind, exporterId, entries, reference, mayRemove }: Props) {
  const t = useTranslations("book");
  const format = useFormatter();
  const locale = useLocale();
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  const country = (code: string) => nameIn(countryNames(reference, code), locale);

  const nameOf = (entry: BookEntry) =>
    entry.kind === "consignee" ? entry.data.consignee.name : entry.data.facilityName;
  const linesOf = (entry: BookEntry): string[] => {
    switch (entry.kind) {
      case "consignee": {
        const { destination, consignee } = entry.data;
        const lines = [...addressText(consignee), country(consignee.country)];
        // Where the consignee's country is the destination, that is said already.
        const to = country(destination);
        return consignee.country === destination ? lines : [...lines, t("to", { country: to })];
      }
      case "facility":
        return [entry.data.facilityPlace];
      case "site": {
        const { facilityPlace, latitude, longitude } = entry.data;
        const north = showCoordinate(latitude, "latitude", locale);
        return [facilityPlace, `${north}, ${showCoordinate(longitude, "longitude", locale)}`];
      }
    }
  };
  return (
    <table className="table--stack">
      <caption className="visually-hidden">{t(`kinds.${kind}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("place")}</th>
          <th scope="col">{t("used")}</th>
          {mayRemove ? (
            <th scope="col">
              <span className="visually-hidden">{t("actions")}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">{nameOf(entry)}</th>
            <td data-label={t("place")}>
              {linesOf(entry).map((line, i) => (
                <div key={i}>{line}</div>
              ))}
            </td>
            <td data-label={t("used")}>{format.dateTime(entry.usedAt, { dateStyle: "medium" })}</td>
            {mayRemove ? (
              <td>
                <form action={removeEntry.bind(null, exporterId, entry.id)}>
                  <button className="button button--link">
                    {t.rich("remove", { name: nameOf(entry), hidden })}
                  </button>
                </form>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
