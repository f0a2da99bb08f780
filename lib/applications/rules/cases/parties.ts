import { facts, applicant, exporter, type Cases } from "./shipments";

export const partiesCases = {
  R01: {
    passes: [facts(), applicant({ postalCode: "K1A 0E4" })],
    finds: [
      [applicant({ country: "US" }), "block", "R01.country", null],
      [applicant({ postalCode: "90210" }), "block", "R01.postalCode", null],
      [applicant({ postalCode: "D1A 0E4" }), "block", "R01.postalCode", null],
    ],
  },
  R02: {
    passes: [facts()],
    finds: [[applicant({ residencyAttested: false }), "block", "R02.notAttested", null]],
  },
  R03: {
    passes: [facts({}, { applicant: { exporterIsDifferent: true, exporter } })],
    finds: [
      [
        facts({}, { applicant: { exporterIsDifferent: true } }),
        "block",
        "R03.incomplete",
        "exporter.name",
      ],
      [
        facts(
          {},
          { applicant: { exporterIsDifferent: true, exporter: { ...exporter, country: "CA" } } },
        ),
        "block",
        "R03.incomplete",
        "exporter.region",
      ],
    ],
  },
  R04: {
    passes: [
      facts(),
      facts(
        {},
        { applicant: { exporterIsDifferent: true, exporter }, delivery: { to: "exporter" } },
      ),
    ],
    finds: [
      [facts({}, { delivery: {} }), "block", "R04.none", "to"],
      [facts({}, { delivery: { to: "exporter" } }), "block", "R04.noExporter", "to"],
    ],
  },
} satisfies Record<string, Cases>;
