import { decimalOf, sumOf } from "@/lib/applications/totals";
import {
  carats,
  count,
  linesOf,
  rowsOf,
  text,
  usd,
  type Facts,
  type Finding,
  type Rule,
} from "./rule";

type Kind = "row" | "line";

const places = {
  row: { section: "origin", array: "origins" },
  line: { section: "goods", array: "hsLines" },
} as const;

function amountsOf(facts: Facts) {
  const both: { kind: Kind; row: { carats?: string; usd?: string }; index: number }[] = [
    ...rowsOf(facts).map((row, index) => ({ kind: "row" as const, row, index })),
    ...linesOf(facts).map((row, index) => ({ kind: "line" as const, row, index })),
  ];
  return both.flatMap(({ kind, row, index }) =>
    (["carats", "usd"] as const).map((unit) => ({ kind, index, unit, typed: row[unit] })),
  );
}

/** R10: masses and values are above zero and have two decimals at most. */
const positiveAmounts: Rule = {
  id: "R10",
  severities: ["block"],
  sections: ["origin", "goods"],
  applies: (facts) => amountsOf(facts).some(({ typed }) => typed !== undefined),
  check(facts) {
    return amountsOf(facts).flatMap(({ kind, index, unit, typed }): Finding[] => {
      if (typed === undefined) return [];
      const value = decimalOf(typed);
      const { section, array } = places[kind];
      const finding = {
        rule: "R10",
        severity: "block",
        outcome: "conflict",
        section,
        field: `${array}[${index}].${unit}`,
      } as const;
      const row = count(index + 1);
      if (!value) {
        return [
          { ...finding, messageKey: `R10.${kind}Number`, params: { row, typed: text(typed) } },
        ];
      }
      const params = { row, typed: unit === "carats" ? carats(typed) : usd(typed) };
      if (value.lte(0)) return [{ ...finding, messageKey: `R10.${kind}Positive`, params }];
      if (value.decimalPlaces() > 2) {
        return [{ ...finding, messageKey: `R10.${kind}Decimals`, params }];
      }
      return [];
    });
  },
};

/** Whether an amount can be right by itself: what can be two figures is kept with three decimals. */
function isAmount(typed: string | undefined): boolean {
  const value = decimalOf(typed);
  return value !== null && value.gt(0) && value.decimalPlaces() <= 2;
}

/** R11: the tariff lines hold the whole shipment: to the hundredth and to the cent. */
const totalsAgree: Rule = {
  id: "R11",
  severities: ["block"],
  sections: ["origin", "goods"],
  // While an amount is missing or cannot be right, R09, R10 and R21 say so; a sum would say nothing.
  applies: (facts) =>
    linesOf(facts).length > 0 && amountsOf(facts).every(({ typed }) => isAmount(typed)),
  check(facts) {
    return (["carats", "usd"] as const).flatMap((unit): Finding[] => {
      const rows = sumOf(rowsOf(facts).map((row) => row[unit]));
      const lines = sumOf(linesOf(facts).map((line) => line[unit]));
      if (rows === lines) return [];
      const param = unit === "carats" ? carats : usd;
      return [
        {
          rule: "R11",
          severity: "block",
          outcome: "conflict",
          messageKey: `R11.${unit}`,
          params: { rows: param(rows), lines: param(lines) },
          section: "goods",
          field: `hsLines[0].${unit}`,
        },
      ];
    });
  },
};

export const amountRules: readonly Rule[] = [positiveAmounts, totalsAgree];
