import type { SealableRecord } from "@/lib/certificates/seal/sealed-facts";
import { STATEMENT, TITLE } from "@/lib/certificates/record/wording";

const REGULATIONS = {
  id: "https://laws-lois.justice.gc.ca/eng/regulations/SOR-2003-15/",
  name: "SOR/2003-15 / DORS/2003-15",
};

/**
 * What was certified, as a conformity assessment. UNTP lets nothing be added to an attestation, but to an assessment:
 * so this is where the whole record is, as `kpc`, with exact decimals.
 */
export function assessmentOf(record: SealableRecord, name: (...parts: string[]) => string) {
  const kpc = { ...record };
  // On paper only.
  delete kpc.checkCode;
  const mines = [...new Set(record.lines.flatMap(({ source }) => source ?? []))];
  return {
    type: ["ConformityAssessment"],
    id: name("assessment"),
    name: TITLE,
    description: STATEMENT.en,
    assessmentCriteria: [{ ...REGULATIONS, type: ["ConformityCriterion"] }],
    assessmentDate: record.issued,
    assessedPerformance: [
      {
        type: ["Performance"],
        metric: { type: ["ConformityMetric"], id: name("mass"), name: "Mass / Masse" },
        // Metric carats, UNECE Recommendation 20.
        measure: { type: ["Measure"], value: Number(record.totals.carats), unit: "CTM" },
      },
    ],
    assessedProduct: record.lines.map(({ hs, description }) => ({
      type: ["ProductVerification"],
      product: {
        type: ["Product"],
        id: name("product", hs),
        name: description.en,
        modelNumber: hs,
      },
      idVerifiedByCAB: true,
    })),
    ...(mines.length > 0
      ? {
          assessedFacility: mines.map((code) => ({
            type: ["FacilityVerification"],
            facility: {
              type: ["Facility"],
              id: name("mine", code),
              name: code,
              registeredId: code,
            },
            idVerifiedByCAB: true,
          })),
        }
      : {}),
    assessedOrganisation: { type: ["Party"], id: name("exporter"), name: record.exporter.name },
    referenceRegulation: [{ ...REGULATIONS, type: ["Regulation"] }],
    conformityTopic: [
      {
        type: ["ConformityTopic"],
        id: "https://vocabulary.uncefact.org/ConformityTopic#governance.compliance",
        name: "governance.compliance",
      },
    ],
    conformance: true,
    kpc,
  };
}
