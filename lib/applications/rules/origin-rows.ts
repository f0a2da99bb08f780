import type Decimal from "decimal.js";
import type { DegreesMinutes, OriginRow } from "@/lib/applications/answers";
import { originRow } from "@/lib/applications/schema-origin";
import { showCoordinate, toDecimalDegrees } from "@/lib/forms/coordinates";
import { pathToName } from "@/lib/forms/field-names";
import { countryNames, participantByCode } from "@/lib/reference/lookups";
import { count, name, rowsOf, text, type Finding, type Rule } from "./rule";

/** R09: at least one row, each with what its category asks for. */
const completeRows: Rule = {
  id: "R09",
  severities: ["block"],
  sections: ["origin"],
  applies: () => true,
  check(facts) {
    const finding = { rule: "R09", severity: "block", section: "origin" } as const;
    const rows = rowsOf(facts);
    if (rows.length === 0) {
      return [
        { ...finding, outcome: "missing", messageKey: "R09.none", params: {}, field: "origins" },
      ];
    }
    return rows.flatMap((row, index): Finding[] => {
      const found: Finding[] = [];
      const missing = (originRow.safeParse(row).error?.issues ?? []).filter((issue) =>
        issue.message.endsWith(".required"),
      );
      if (missing.length > 0) {
        found.push({
          ...finding,
          outcome: "missing",
          messageKey: "R09.incomplete",
          params: { row: count(index + 1), missing: count(missing.length) },
          field: pathToName(["origins", index, ...(missing[0]?.path ?? [])]),
        });
      }
      if (row.category === "new_production" && row.mine !== undefined) {
        if (!facts.reference.mines.some(({ code }) => code === row.mine)) {
          found.push({
            ...finding,
            outcome: "conflict",
            messageKey: "R09.mine",
            params: { row: count(index + 1), mine: text(row.mine) },
            field: `origins[${index}].mine`,
          });
        }
      }
      return found;
    });
  },
};

/** A box around Canada. It keeps out slips of the keyboard, not neighbours within the box. */
const canada = { south: "41.7", north: "83.2", east: "52.6", west: "141.0" } as const;

/** R12: the exploration site is in Canada; minutes are below 60. */
const siteInCanada: Rule = {
  id: "R12",
  severities: ["block"],
  sections: ["origin"],
  applies: (facts) => rowsOf(facts).some((row) => row.category === "exploration" && isLocated(row)),
  check(facts) {
    return rowsOf(facts).flatMap((row, index): Finding[] => {
      if (row.category !== "exploration" || !isLocated(row)) return [];
      const { latitude = {}, longitude = {} } = row;
      const finding = {
        rule: "R12",
        severity: "block",
        outcome: "conflict",
        section: "origin",
      } as const;
      const rowNumber = count(index + 1);
      const unreadable = (["latitude", "longitude"] as const).flatMap((axis): Finding[] => {
        const { degrees = "", minutes = "" } = row[axis] ?? {};
        const field = `origins[${index}].${axis}`;
        if (!/^\d{1,3}$/.test(degrees)) {
          const params = { row: rowNumber, degrees: text(degrees) };
          return [{ ...finding, messageKey: "R12.degrees", params, field: `${field}.degrees` }];
        }
        if (toDecimalDegrees({ degrees, minutes })) return [];
        const params = { row: rowNumber, minutes: text(minutes) };
        return [{ ...finding, messageKey: "R12.minutes", params, field: `${field}.minutes` }];
      });
      const [north, west] = [toDecimalDegrees(latitude), toDecimalDegrees(longitude)];
      if (!north || !west || unreadable.length > 0 || isInCanada(north, west)) return unreadable;
      // A coordinate is written differently in each language.
      const point = (axis: "latitude" | "longitude", value: DegreesMinutes) =>
        name({
          nameEn: showCoordinate(value, axis, "en"),
          nameFr: showCoordinate(value, axis, "fr"),
        });
      const params = {
        row: rowNumber,
        latitude: point("latitude", latitude),
        longitude: point("longitude", longitude),
      };
      const field = `origins[${index}].latitude.degrees`;
      return [{ ...finding, messageKey: "R12.outside", params, field }];
    });
  },
};

function isLocated({ latitude, longitude }: Extract<OriginRow, { category: "exploration" }>) {
  return Boolean(latitude?.degrees && latitude.minutes && longitude?.degrees && longitude.minutes);
}

function isInCanada(north: Decimal, west: Decimal): boolean {
  return (
    north.gte(canada.south) &&
    north.lte(canada.north) &&
    west.gte(canada.east) &&
    west.lte(canada.west)
  );
}

/** R13: stones of a mine that does not produce come from stock. */
const mineOperates: Rule = {
  id: "R13",
  severities: ["warn"],
  sections: ["origin"],
  applies: (facts) => rowsOf(facts).some((row) => row.category === "new_production" && row.mine),
  check(facts) {
    return rowsOf(facts).flatMap((row, index): Finding[] => {
      if (row.category !== "new_production") return [];
      const mine = facts.reference.mines.find(({ code }) => code === row.mine);
      if (!mine || mine.status === "operating") return [];
      return [
        {
          rule: "R13",
          severity: "warn",
          outcome: "conflict",
          messageKey: mine.status === "closed" ? "R13.closed" : "R13.suspended",
          params: {
            row: count(index + 1),
            mine: name(mine),
            year: text(String(mine.closed ?? "")),
          },
          section: "origin",
          field: `origins[${index}].mine`,
        },
      ];
    });
  },
};

/** R23: the country of origin is computed (lib/applications/origin.ts) from participants only. */
const statedOrigin: Rule = {
  id: "R23",
  severities: ["block"],
  sections: ["origin"],
  applies: (facts) => rowsOf(facts).some((row) => "statedOrigin" in row && row.statedOrigin),
  check({ reference, ...facts }) {
    return rowsOf({ reference, ...facts }).flatMap((row, index): Finding[] => {
      if (!("statedOrigin" in row) || !row.statedOrigin || row.statedOrigin === "unknown")
        return [];
      if (participantByCode(reference, row.statedOrigin)) return [];
      return [
        {
          rule: "R23",
          severity: "block",
          outcome: "conflict",
          messageKey: "R23.notParticipant",
          params: {
            row: count(index + 1),
            origin: name(countryNames(reference, row.statedOrigin)),
          },
          section: "origin",
          field: `origins[${index}].statedOrigin`,
        },
      ];
    });
  },
};

export const originRules: readonly Rule[] = [
  completeRows,
  siteInCanada,
  mineOperates,
  statedOrigin,
];
