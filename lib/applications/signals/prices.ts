import type { OriginRow } from "@/lib/applications/answers";
import { count, rowsOf, text, usd, linesOf, type Facts } from "@/lib/applications/rules/rule";
import { medianOf, timesApart, together } from "@/lib/applications/signals/figures";
import {
  firstFiles,
  type History,
  type PastStones,
  type PricedShipment,
  type Signal,
} from "@/lib/applications/signals/signal";
import { decimalOf, pricePerCarat, sumOf } from "@/lib/applications/totals";
import { priceBandOf } from "@/lib/reference/lookups";
import type { RiskLevel } from "@/prisma/generated/enums";

/** Fewer shipments are no history to compare with. */
const fewest = 3;
/** So many times dearer or cheaper is worth a note, and asks for a decision. */
const apart = { noted: 2, high: 3 } as const;
/** The rows of the greatest value are looked at; a shipment seldom has more kinds of stones. */
const mostRows = 3;

/** US$ a carat of each row against what such stones were worth: this exporter's, this mine's, this tariff's. */
export function priceSignals(facts: Facts, { stones }: History): Signal[] {
  const lines = linesOf(facts);
  const subheading = lines.length === 1 ? (lines[0]?.subheading ?? null) : null;
  return rowsOf(facts)
    .map((row, index) => ({ row, index, price: priceOf(row) }))
    .flatMap((each) => (each.price === null ? [] : [{ ...each, price: each.price }]))
    .sort((a, b) => Number(b.row.usd) - Number(a.row.usd) || a.index - b.index)
    .slice(0, mostRows)
    .map(({ row, index, price }): Signal => {
      const mine = mineOf(row);
      const alike = (past: PastStones) => past.category === row.category && past.mine === mine;
      const groups = {
        own: stones.filter((past) => past.own && alike(past)),
        mine: stones.filter((past) => mine !== null && past.mine === mine),
        tariff: stones.filter((past) => subheading !== null && past.subheading === subheading),
      };
      const [own, ofMine, ofTariff] = [groups.own, groups.mine, groups.tariff].map(summaryOf);
      const level = gravest(price, [own?.median, ofMine?.median], ofTariff?.median);
      const known = [own, ofMine, ofTariff].some((group) => group?.median);
      const shipments = priced([...groups.own, ...groups.mine, ...groups.tariff]);
      const band = priceBandOf(
        facts.reference,
        { mine, category: row.category, subheading },
        facts.today,
      );
      return {
        level,
        key: !known ? "price.alone" : level === "none" ? "price.usual" : "price.apart",
        params: {
          row: count(index + 1),
          price: usd(price),
          ...figuresOf("own", own),
          ...figuresOf("mine", ofMine),
          ...figuresOf("tariff", ofTariff),
        },
        files: firstFiles(level === "none" ? [] : shipments),
        prices: {
          row: index + 1,
          price,
          on: facts.today,
          shipments,
          band: band && { low: band.low, high: band.high },
        },
      };
    });
}

const mineOf = (row: OriginRow) => (row.category === "new_production" ? (row.mine ?? null) : null);
const priceOf = (row: OriginRow) => (decimalOf(row.usd)?.gt(0) ? pricePerCarat(row) : null);

interface Summary {
  readonly shipments: number;
  /** Null where there are too few. */
  readonly median: string | null;
}

function summaryOf(group: readonly PastStones[]): Summary {
  const prices = priced(group).map(({ price }) => price);
  return { shipments: prices.length, median: prices.length >= fewest ? medianOf(prices) : null };
}

const figuresOf = (name: "own" | "mine" | "tariff", summary: Summary | undefined) => ({
  [`${name}Count`]: count(summary?.shipments ?? 0),
  [name]: summary?.median ? usd(summary.median) : text("–"),
});

/** The tariff alone holds stones of every quality: it never asks for a decision by itself. */
function gravest(
  price: string,
  close: readonly (string | null | undefined)[],
  tariff: string | null | undefined,
): RiskLevel {
  const far = (median: string | null | undefined, times: number) =>
    typeof median === "string" && timesApart(price, median) >= times;
  if (close.some((median) => far(median, apart.high))) return "high";
  if (close.some((median) => far(median, apart.noted)) || far(tariff, apart.high)) return "noted";
  return "none";
}

/** Each shipment once, its stones together, the newest first. */
function priced(stones: readonly PastStones[]): PricedShipment[] {
  return together(new Set(stones), ({ applicationId }) => applicationId)
    .flatMap((rows) => {
      const [first] = rows;
      const price = pricePerCarat({
        carats: sumOf(rows.map((row) => row.carats)),
        usd: sumOf(rows.map((row) => row.usd)),
      });
      if (!first || !price) return [];
      const { applicationId, number, own, on } = first;
      return [{ applicationId, number, own, on, price }];
    })
    .sort((a, b) => (a.on < b.on ? 1 : -1));
}
