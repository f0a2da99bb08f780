import { DeclarationKind } from "@/prisma/generated/enums";
import { readReferenceFiles } from "@/prisma/seed/reference/files";
import type { Facts, ImportCertificateFact } from "./rule";
import { answersOf, documentsOf, type Scenario } from "./scenario-answers";

/*
 * For tests: a shipment of scenarios.json as facts for the engine, without a database.
 */

const files = readReferenceFiles();

const origins = { BW0004471: "BW", AO00119820: "AO", ZA00771203: "ZA" } as const;

/** An import certificate of which nothing is to be said. */
export function importCertificate(
  number: keyof typeof origins,
  changes: Partial<ImportCertificateFact> = {},
): ImportCertificateFact {
  return {
    id: number,
    number,
    issuer: origins[number],
    exporterId: number === "ZA00771203" ? "another-profile" : "this-profile",
    origins: [origins[number]],
    issuedOn: "2026-08-03",
    expiresOn: "2026-10-02",
    importedOn: "2026-08-20",
    originalReceivedOn: "2026-08-24",
    subheadings: ["7102.31"],
    carats: "520.00",
    valueUsd: "416000.00",
    remaining: { BW0004471: "512.40", AO00119820: "20.05", ZA00771203: "90.00" }[number],
    ...changes,
  };
}

/** Facts in which nothing is wrong but what the scenario says. */
export function factsOf(scenario: Scenario): Facts {
  const numbers = Object.keys(origins) as (keyof typeof origins)[];
  return {
    today: scenario.asOf,
    exporterId: "this-profile",
    answers: answersOf(scenario, (number) => number),
    applicant: {
      name: "Aurore North Diamonds Inc.",
      addressLines: ["4910 50 Avenue"],
      city: "Yellowknife",
      province: "NT",
      postalCode: "X1A 3S5",
      country: "CA",
      residencyAttested: true,
    },
    reference: files,
    importCertificates: numbers.map((number) => {
      const remaining = scenario.origins.find((row) => row.importCertificate === number);
      return importCertificate(
        number,
        remaining?.remainingBefore ? { remaining: remaining.remainingBefore } : {},
      );
    }),
    liveSeals: [{ seal: "LIVE-1", certificate: "CA00000017" }],
    priceHistory: [],
    sameFigures: [],
    documents: documentsOf(scenario).map((kind, index) => ({
      id: `document-${index}`,
      kind,
      name: `${kind}.pdf`,
    })),
    declarations: (scenario.declarations ?? Object.values(DeclarationKind)).map((kind) => ({
      kind,
      textVersion: 1,
    })),
    onPaper: false,
    declarationTexts: Object.values(DeclarationKind).map((kind) => ({ kind, textVersion: 1 })),
  };
}
