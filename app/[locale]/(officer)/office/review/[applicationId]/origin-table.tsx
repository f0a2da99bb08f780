import Decimal from "decimal.js";
import { getLocale, getTranslations } from "next-intl/server";
import type { DegreesMinutes, OriginRow } from "@/lib/applications/answers";
import { pricePerCarat, sumOf, totalsOf } from "@/lib/applications/totals";
import { showDecimal } from "@/lib/forms/numbers";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Review } from "@/lib/reviews/queries/find-review";

const angle = (of: DegreesMinutes | undefined) => `${of?.degrees ?? "?"}° ${of?.minutes ?? "?"}′`;

/** The rows with their source, carats, value and price, and the shipment's totals. */
export async function OriginTable({ review }: { review: Review }) {
  const t = await getTranslations("office.review.application");
  const category = await getTranslations("categories");
  const locale = await getLocale();
  const { facts, snapshot } = review;
  const rows = snapshot.answers.origin?.origins ?? [];
  const totals = totalsOf(rows);
  const figure = (value: string | null | undefined) => (value ? showDecimal(value, locale) : "–");
  const country = (code: string) => nameIn(countryNames(facts.reference, code), locale);
  const stated = (code: string | undefined) =>
    t("stated", { origin: code && code !== "unknown" ? country(code) : t("unknown") });
  const registered = (id: string | undefined) =>
    facts.importCertificates.find((certificate) => certificate.id === id);

  function source(row: OriginRow): string {
    const name = category(row.category);
    switch (row.category) {
      case "new_production": {
        const mine = facts.reference.mines.find(({ code }) => code === row.mine);
        return t("mine", { category: name, mine: mine ? nameIn(mine, locale) : (row.mine ?? "") });
      }
      case "previously_imported": {
        const certificate = registered(row.importCertificateId);
        const origin = certificate?.origins.map(country).join(", ");
        return t("imported", {
          category: name,
          number: certificate?.number ?? "?",
          origin: origin || t("unknown"),
        });
      }
      case "exploration":
      case "extraction":
        return t("facility", {
          category: name,
          name: row.facilityName ?? "",
          place: row.facilityPlace ?? "",
        });
      case "in_canada_before_2003":
        return name;
    }
  }

  function details(row: OriginRow): string | null {
    switch (row.category) {
      case "new_production":
        return row.notes ? t("note", { note: row.notes }) : null;
      case "previously_imported": {
        const certificate = registered(row.importCertificateId);
        const open =
          review.status !== "issued" &&
          review.status !== "rejected" &&
          review.status !== "cancelled";
        if (!certificate || !open) return null;
        const drawn = rows.filter(
          (other) =>
            other.category === "previously_imported" &&
            other.importCertificateId === row.importCertificateId,
        );
        const left = new Decimal(certificate.remaining).minus(
          sumOf(drawn.map((one) => one.carats)),
        );
        return t("leaves", {
          left: showDecimal(left.toFixed(2), locale, "carats"),
          number: certificate.number,
        });
      }
      case "exploration":
        return t("coordinates", {
          latitude: angle(row.latitude),
          longitude: angle(row.longitude),
        });
      case "extraction":
        return [
          t(row.concentratesFrom === "in_canada" ? "concentratesCanada" : "concentratesOutside"),
          ...(row.concentratesFrom === "in_canada" ? [] : [stated(row.statedOrigin)]),
        ].join(". ");
      case "in_canada_before_2003":
        return stated(row.statedOrigin);
    }
  }

  return (
    <table className="flush">
      <thead>
        <tr>
          <th scope="col">{t("row")}</th>
          <th scope="col" className="num">
            {t("carats")}
          </th>
          <th scope="col" className="num">
            {t("usd")}
          </th>
          <th scope="col" className="num">
            {t("perCarat")}
          </th>
        </tr>
      </thead>
      {rows.map((row, index) => (
        <tbody key={row.id}>
          <tr className="head">
            <th scope="rowgroup" colSpan={4}>
              {index + 1} {source(row)}
              {details(row) ? <span className="sub">{details(row)}</span> : null}
            </th>
          </tr>
          <tr>
            <td />
            <td className="num">{figure(row.carats)}</td>
            <td className="num">{figure(row.usd)}</td>
            <td className="num">{figure(pricePerCarat({ carats: row.carats, usd: row.usd }))}</td>
          </tr>
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row">{t("shipment")}</th>
          <td className="num">{figure(totals.carats)}</td>
          <td className="num">{figure(totals.usd)}</td>
          <td className="num">{figure(totals.usdPerCarat)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
