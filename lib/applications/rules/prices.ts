import Decimal from "decimal.js";
import { decimalOf, pricePerCarat } from "@/lib/applications/totals";
import { priceBandOf } from "@/lib/reference/lookups";
import { hasImports, importRows } from "./imports";
import {
  count,
  linesOf,
  name,
  rowsOf,
  text,
  usd,
  type Facts,
  type Finding,
  type PriceHistory,
  type Rule,
} from "./rule";

/** So many times dearer or cheaper than before is a jump. */
const jump = 3;
/** Fewer earlier shipments are no history to compare with. */
const fewest = 3;
/** A part of a parcel may be better or worse than the whole: up to twice or half its value. */
const partOfParcel = 2;

interface Stones {
  readonly of: "row" | "line";
  readonly index: number;
  readonly price: string;
  readonly mine: string | null;
  readonly category: string | null;
  readonly subheading: string | null;
}

/** Every row, and every tariff line where there are several: one line alone is the rows again. */
function pricedStones(facts: Facts): Stones[] {
  const lines = linesOf(facts);
  const several = lines.length > 1;
  const only = several ? null : (lines[0]?.subheading ?? null);
  const price = (amounts: { carats?: string; usd?: string }) =>
    decimalOf(amounts.usd)?.gt(0) ? pricePerCarat(amounts) : null;
  const rows = rowsOf(facts).map((row, index) => ({
    of: "row" as const,
    index,
    price: price(row),
    mine: row.category === "new_production" ? (row.mine ?? null) : null,
    category: row.category,
    subheading: only,
  }));
  const more = (several ? lines : []).map((line, index) => ({
    of: "line" as const,
    index,
    price: price(line),
    mine: null,
    category: null,
    subheading: line.subheading ?? null,
  }));
  return [...rows, ...more].flatMap((stones) =>
    stones.price === null ? [] : [{ ...stones, price: stones.price }],
  );
}

const placeOf = ({ of, index }: Stones) =>
  of === "row"
    ? ({ section: "origin", field: `origins[${index}].usd` } as const)
    : ({ section: "goods", field: `hsLines[${index}].usd` } as const);

/** R14: a price out of all proportion, or out of line with what this exporter sent before. */
const plausiblePrice: Rule = {
  id: "R14",
  severities: ["warn", "officer"],
  sections: ["origin", "goods"],
  applies: (facts) => pricedStones(facts).length > 0,
  check(facts) {
    return pricedStones(facts).flatMap((stones): Finding[] => {
      const common = { rule: "R14", outcome: "conflict", ...placeOf(stones) } as const;
      const row = count(stones.index + 1);
      const price = usd(stones.price);
      const found: Finding[] = [];
      const band = priceBandOf(facts.reference, stones, facts.today);
      if (band && !isBetween(stones.price, band.low, band.high)) {
        found.push({
          ...common,
          severity: "warn",
          messageKey: `R14.${stones.of}`,
          params: {
            row,
            price,
            stones: name(band),
            low: usd(band.low),
            high: usd(band.high),
            basis: name({ nameEn: band.basisEn, nameFr: band.basisFr }),
          },
        });
      }
      const before = historyOf(facts, stones);
      const earlier = before && pricePerCarat(before);
      if (earlier && isFar(stones.price, earlier, jump)) {
        const params = { row, price, earlier: usd(earlier), shipments: count(before.shipments) };
        found.push({ ...common, severity: "officer", messageKey: "R14.jump", params });
      }
      return found;
    });
  },
};

function historyOf({ priceHistory }: Facts, stones: Stones): PriceHistory | undefined {
  return priceHistory.find(
    ({ shipments, mine, category, subheading }) =>
      stones.of === "row" &&
      shipments >= fewest &&
      mine === stones.mine &&
      category === stones.category &&
      subheading === stones.subheading,
  );
}

/** R17: a carat of what was imported is worth about what it was worth when it came in. */
const importedPrice: Rule = {
  id: "R17",
  severities: ["warn"],
  sections: ["origin"],
  applies: hasImports,
  check(facts) {
    return importRows(facts).flatMap(({ row, index, entry }): Finding[] => {
      const price = pricePerCarat(row);
      const registered = entry && pricePerCarat({ carats: entry.carats, usd: entry.valueUsd });
      if (!price || !registered || !isFar(price, registered, partOfParcel)) return [];
      return [
        {
          rule: "R17",
          severity: "warn",
          outcome: "conflict",
          messageKey: new Decimal(price).lt(registered) ? "R17.lower" : "R17.higher",
          params: {
            row: count(index + 1),
            price: usd(price),
            certificate: text(entry.number),
            registered: usd(registered),
          },
          section: "origin",
          field: `origins[${index}].usd`,
        },
      ];
    });
  },
};

function isBetween(price: string, low: string, high: string): boolean {
  return new Decimal(price).gte(low) && new Decimal(price).lte(high);
}

function isFar(price: string, from: string, times: number): boolean {
  return !isBetween(
    price,
    new Decimal(from).div(times).toFixed(2),
    new Decimal(from).times(times).toFixed(2),
  );
}

export const priceRules: readonly Rule[] = [plausiblePrice, importedPrice];
