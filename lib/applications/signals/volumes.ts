import Decimal from "decimal.js";
import { carats, count, name, rowsOf, type Facts } from "@/lib/applications/rules/rule";
import { medianOf, together } from "@/lib/applications/signals/figures";
import { firstFiles, type History, type Signal } from "@/lib/applications/signals/signal";
import { sumOf } from "@/lib/applications/totals";

const fewest = 3;

/** The carats of each mine in this shipment against the shipments that left with its stones before. */
export function volumeSignals(facts: Facts, { stones }: History): Signal[] {
  const rows = rowsOf(facts).flatMap((row) =>
    row.category === "new_production" && row.mine ? [{ mine: row.mine, carats: row.carats }] : [],
  );
  return together(rows, (row) => row.mine).flatMap((these): Signal[] => {
    const code = these[0]?.mine;
    const mine = facts.reference.mines.find((each) => each.code === code);
    if (!mine) return [];
    const mass = sumOf(these.map((row) => row.carats));
    const past = together(
      stones.filter((each) => each.mine === code),
      ({ applicationId }) => applicationId,
    )
      .map((parts) => ({ file: parts[0], carats: sumOf(parts.map((part) => part.carats)) }))
      .sort((a, b) => new Decimal(b.carats).comparedTo(a.carats));
    const [largest] = past;
    const params = { mine: name(mine), carats: carats(mass), count: count(past.length) };
    if (!largest || past.length < fewest) {
      return [{ level: "none", key: "volume.alone", params, files: [] }];
    }
    const more = new Decimal(mass).gt(largest.carats);
    const far = new Decimal(mass).gt(new Decimal(largest.carats).times(2));
    return [
      {
        level: far ? "high" : more ? "noted" : "none",
        key: more ? "volume.over" : "volume.within",
        params: {
          ...params,
          largest: carats(largest.carats),
          middle: carats(medianOf(past.map((each) => each.carats)) ?? "0"),
        },
        files: firstFiles(more && largest.file ? [largest.file] : []),
      },
    ];
  });
}
