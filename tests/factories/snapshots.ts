import { deriveOrigin } from "@/lib/applications/origin";
import { factsOf } from "@/lib/applications/rules/scenario-facts";
import type { Snapshot } from "@/lib/applications/snapshot";
import { totalsOf } from "@/lib/applications/totals";
import { scenario } from "./applications";

/** A shipment of scenarios.json as it would have been submitted, without a database. */
export function freezeScenario(id: string): Snapshot {
  const { answers, documents, importCertificates, today } = factsOf(scenario(id));
  const rows = answers.origin?.origins ?? [];
  const { carats, usd } = totalsOf(rows);
  const person = { userId: "person", name: "Jonah Nattaway" };
  return {
    schemaVersion: 2,
    number: "KPO-2026-0001",
    submissionVersion: 1,
    applicationVersion: 1,
    exporterId: "this-profile",
    submittedFrom: "draft",
    submittedAt: "2026-11-20T15:00:00.000Z",
    referenceDay: today,
    reference: null,
    promisedBy: null,
    applicant: {
      legalName: "Aurore North Diamonds Inc.",
      addressLines: ["4910 50 Avenue"],
      city: "Yellowknife",
      province: "NT",
      postalCode: "X1A 3S5",
      businessNumber: null,
      residencyAttestedAt: "2026-01-01T15:00:00.000Z",
      individual: person,
    },
    answers,
    origin: deriveOrigin(rows, importCertificates),
    totals: { carats, usd },
    documents: documents.map(({ id: document, kind, name }) => {
      return { id: document, kind, name, mediaType: "application/pdf", size: 1, sha256: "0" };
    }),
    declarations: [],
    importCertificates: [],
  };
}
