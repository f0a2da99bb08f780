import type { Facts, PriceHistory } from "@/lib/applications/rules/rule";
import { drawn, imported, mine, rows, withGoods, type Cases } from "./shipments";

/** Ten carats of one mine in one tariff line. */
function ten(usd: string, subheading = "7102.10", from = "GAHCHO_KUE"): Facts {
  const amounts = { carats: "10.00", usd };
  const row = rows({ id: "a", category: "new_production", mine: from, ...amounts });
  return withGoods(row, { hsLines: [{ subheading, ...amounts }] });
}

const site = {
  id: "c",
  category: "exploration",
  facilityName: "Laboratory",
  facilityPlace: "Saskatoon",
  carats: "1.00",
} as const;

/** Two tariff lines: industrial stones at this value for ten carats, and gem stones. */
const twoLines = (usd: string) =>
  withGoods(rows(mine), {
    hsLines: [
      { subheading: "7102.31", polished: "no", carats: "1.00", usd: "900.00" },
      { subheading: "7102.21", carats: "10.00", usd },
    ],
  });

/** The shipment after others of the same kind: so many, with these sums. */
function after(given: Facts, usd: string, changes: Partial<PriceHistory> = {}): Facts {
  const kind = { category: "new_production", mine: "EKATI", subheading: "7102.31" };
  const before = { ...kind, shipments: 3, carats: "100.00", usd, ...changes };
  return { ...given, priceHistory: [before] };
}

const worth = (usd: string) => drawn({}, { ...imported, id: "e", usd });

export const priceCases = {
  R14: {
    passes: [
      ten("150.00"),
      ten("3500.00"),
      ten("90.00", "7102.21"),
      ten("12000.00", "7102.10", "VICTOR"),
      rows({ ...site, usd: "3.00" }),
      // No band holds on the day.
      { ...ten("1.00"), today: "2002-12-31" },
      twoLines("90.00"),
      // 900 US$ a carat, after three times as much and after a third.
      after(rows(mine), "270000.00"),
      after(rows(mine), "30000.00"),
      // Two shipments are no history; other stones are no comparison.
      after(rows(mine), "1000.00", { shipments: 2 }),
      after(rows(mine), "1000.00", { mine: "DIAVIK" }),
      after(rows(mine), "1000.00", { subheading: "7102.10" }),
      after(twoLines("90.00"), "1000.00"),
    ],
    finds: [
      [ten("149.90"), "warn", "R14.row", "origins[0].usd"],
      [ten("3500.10"), "warn", "R14.row", "origins[0].usd"],
      [ten("0.01"), "warn", "R14.row", "origins[0].usd"],
      [ten("700.00", "7102.10", "VICTOR"), "warn", "R14.row", "origins[0].usd"],
      [ten("3100.00", "7102.21"), "warn", "R14.row", "origins[0].usd"],
      [rows(mine, { ...site, usd: "0.99" }), "warn", "R14.row", "origins[1].usd"],
      [twoLines("3100.00"), "warn", "R14.line", "hsLines[1].usd"],
      [after(rows(mine), "270100.00"), "officer", "R14.jump", "origins[0].usd"],
      [after(rows(mine), "29900.00"), "officer", "R14.jump", "origins[0].usd"],
    ],
  },
  R17: {
    // The register: 800 US$ a carat.
    passes: [worth("8000.00"), worth("4000.00"), worth("16000.00")],
    finds: [
      [worth("3999.90"), "warn", "R17.lower", "origins[1].usd"],
      [worth("16000.10"), "warn", "R17.higher", "origins[1].usd"],
      [drawn({ carats: "1.00", valueUsd: "0.01" }), "warn", "R17.higher", "origins[0].usd"],
    ],
  },
} satisfies Record<string, Cases>;
