import type { Answers, OriginRow } from "@/lib/applications/answers";
import { asksIfPolished } from "@/lib/applications/polished";
import type { DeclarationKind, DocumentKind } from "@/prisma/generated/enums";
import type { RulesOutcome } from "./engine";
import type { RuleId } from "./rule";
import file from "./scenarios.json";

/*
 * For tests: the shipments of scenarios.json as answers, for the engine alone and for the whole way
 * through the portal.
 */

interface ScenarioRow {
  readonly category: OriginRow["category"];
  readonly carats: string;
  readonly usd: string;
  readonly mine?: string;
  readonly notes?: string;
  readonly importCertificate?: string;
  /** Carats left of the import certificate at the scenario's start. */
  readonly remainingBefore?: string;
  readonly facility?: string;
  readonly place?: string;
  readonly latitude?: { readonly deg: number; readonly min: number };
  readonly longitude?: { readonly deg: number; readonly min: number };
  readonly concentratesFrom?: "in_canada" | "outside_canada";
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly destination: string;
  readonly consigneeCountry: string;
  readonly origins: readonly ScenarioRow[];
  readonly hsLines: readonly (readonly [subheading: string, carats: string, usd: string])[];
  readonly seals: readonly string[];
  readonly containerCount?: number;
  readonly deliverTo?: "applicant" | "exporter";
  readonly documents?: readonly DocumentKind[];
  readonly declarations?: readonly DeclarationKind[];
  readonly semaPermit?: string;
  /** "CA", "mixed:AO;CA", "unknown", or "" without rows. */
  readonly derives: string;
  readonly expect: { readonly outcome: RulesOutcome; readonly rules?: readonly RuleId[] };
}

export const scenarios = file.scenarios as unknown as readonly Scenario[];

/** A shipment's answers; `idOf` gives the register's id of an import certificate's number. */
export function answersOf(scenario: Scenario, idOf: (number: string) => string): Answers {
  return {
    applicant: { exporterIsDifferent: false },
    delivery: { to: scenario.deliverTo ?? "applicant" },
    consignee: {
      destination: scenario.destination,
      consignee: {
        name: "Meridian Rough BV",
        addressLines: ["12 Harbour Road"],
        city: "Port City",
        country: scenario.consigneeCountry,
      },
    },
    origin: {
      origins: scenario.origins.map((row, index) => originRow(row, `row-${index + 1}`, idOf)),
    },
    goods: {
      hsLines: scenario.hsLines.map(([subheading, carats, usd]) => ({
        subheading,
        ...(asksIfPolished(subheading) ? { polished: "no" as const } : {}),
        carats,
        usd,
      })),
      containerCount: String(scenario.containerCount ?? scenario.seals.length),
      seals: [...scenario.seals],
      parcels: "1",
      ...(scenario.semaPermit ? { semaPermit: scenario.semaPermit } : {}),
    },
  };
}

/** The documents that are attached: what the scenario says, else all that the rows need. */
export function documentsOf(scenario: Scenario): DocumentKind[] {
  if (scenario.documents) return [...scenario.documents];
  const categories = scenario.origins.map(({ category }) => category);
  return [
    "invoice",
    ...(categories.includes("previously_imported") ? (["import_certificate"] as const) : []),
    ...(categories.includes("in_canada_before_2003") ? (["evidence_before_2003"] as const) : []),
    ...(scenario.semaPermit ? (["sema_permit"] as const) : []),
  ];
}

function originRow(row: ScenarioRow, id: string, idOf: (number: string) => string): OriginRow {
  const base = { id, carats: row.carats, usd: row.usd };
  const facility = { facilityName: row.facility ?? "", facilityPlace: row.place ?? "" };
  const degreesMinutes = (point: ScenarioRow["latitude"]) => ({
    degrees: String(point?.deg),
    minutes: String(point?.min),
  });
  switch (row.category) {
    case "new_production":
      return {
        ...base,
        category: row.category,
        mine: row.mine ?? "",
        ...(row.notes ? { notes: row.notes } : {}),
      };
    case "previously_imported":
      return {
        ...base,
        category: row.category,
        importCertificateId: idOf(row.importCertificate ?? ""),
      };
    case "exploration":
      return {
        ...base,
        ...facility,
        category: row.category,
        latitude: degreesMinutes(row.latitude),
        longitude: degreesMinutes(row.longitude),
      };
    case "extraction":
      return {
        ...base,
        ...facility,
        category: row.category,
        concentratesFrom: row.concentratesFrom ?? "in_canada",
        ...(row.concentratesFrom === "outside_canada" ? { statedOrigin: "unknown" } : {}),
      };
    case "in_canada_before_2003":
      return { ...base, category: row.category, statedOrigin: "unknown" };
  }
}
