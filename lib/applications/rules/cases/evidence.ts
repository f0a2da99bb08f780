import type { Facts } from "@/lib/applications/rules/rule";
import type { DocumentKind } from "@/prisma/generated/enums";
import { facts, rows, imported, scanned, stated, documents, type Cases } from "./shipments";

/** As if another kind of document were asked for rows of mines. */
function asking(kind: DocumentKind): Facts {
  const asked = facts();
  const requirement = {
    id: "another",
    reason: "new_production",
    kind,
    perCertificate: false,
    nameEn: "the waybill",
    nameFr: "la lettre de transport",
    basisEn: "for a test",
    basisFr: "pour un essai",
    validFrom: "2003-01-01",
    validTo: null,
  };
  return { ...asked, reference: { ...asked.reference, documentRequirements: [requirement] } };
}

export const evidenceCases = {
  R24: {
    passes: [
      documents(facts(), "other"),
      documents(rows(imported), "invoice", "import_certificate"),
      documents(stated("unknown"), "evidence_before_2003"),
    ],
    finds: [
      [documents(facts()), "block", "R24.none", "invoice"],
      [documents(rows(imported), "import_certificate"), "block", "R24.invoice", "invoice"],
      [documents(rows(imported), "invoice"), "block", "R24.importCopies", "import_certificate"],
      [
        documents(
          rows(imported, { ...imported, id: "e", importCertificateId: "AO00119820" }),
          "invoice",
          "import_certificate",
        ),
        "block",
        "R24.importCopies",
        "import_certificate",
      ],
      [documents(stated("unknown"), "invoice"), "block", "R24.evidence", "evidence_before_2003"],
      [documents(asking("waybill"), "invoice"), "block", "R24.other", "waybill"],
    ],
  },
  R25: {
    passes: [scanned("clean"), scanned("clean", "unscanned")],
    finds: [[scanned("clean", "waiting"), "block", "R25.waiting", "invoice"]],
  },
  R26: {
    passes: [facts()],
    finds: [
      [facts({ declarations: [] }), "block", "R26.roughDiamonds", "rough_diamonds"],
      [
        facts({ declarations: [{ kind: "rough_diamonds", textVersion: 1 }] }),
        "block",
        "R26.certification",
        "certification",
      ],
      [
        facts({ declarationTexts: [{ kind: "certification", textVersion: 2 }] }),
        "block",
        "R26.oldText",
        "certification",
      ],
    ],
  },
} satisfies Record<string, Cases>;
