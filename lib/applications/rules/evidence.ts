import { DeclarationKind, type DocumentKind } from "@/prisma/generated/enums";
import type { Answers, OriginRow } from "@/lib/applications/answers";
import { count, text, type Finding, type MessageKey, type Rule } from "./rule";

/** The kinds that rows can make obligatory. */
type NeededKind = Extract<
  DocumentKind,
  "invoice" | "import_certificate" | "evidence_before_2003" | "sema_permit"
>;

export interface DocumentNeed {
  readonly kind: NeededKind;
  /** How many files of the kind. */
  readonly files: number;
  /** The numbers of the rows that ask for it, from 1. */
  readonly rows: readonly number[];
}

/** The kinds of document that the answers make obligatory; a shipment always needs one of any kind. */
export function documentsNeeded(answers: Answers): DocumentNeed[] {
  const rows = answers.origin?.origins ?? [];
  const rowsOfCategory = (category: OriginRow["category"]) =>
    rows.flatMap((row, index) => (row.category === category ? [index + 1] : []));
  const imported = rowsOfCategory("previously_imported");
  const before2003 = rowsOfCategory("in_canada_before_2003");
  const certificates = new Set(
    rows.flatMap((row) =>
      row.category === "previously_imported" ? [row.importCertificateId ?? row.id] : [],
    ),
  );
  const needed: DocumentNeed[] = [];
  if (certificates.size > 0) {
    needed.push({ kind: "invoice", files: 1, rows: imported });
    needed.push({ kind: "import_certificate", files: certificates.size, rows: imported });
  }
  if (before2003.length > 0) {
    needed.push({ kind: "evidence_before_2003", files: 1, rows: before2003 });
  }
  if (answers.goods?.semaPermit) needed.push({ kind: "sema_permit", files: 1, rows: [] });
  return needed;
}

/** R24: the documents that the rows need. The copy of a permit is R07's. */
const supportingDocuments: Rule = {
  id: "R24",
  severities: ["block"],
  sections: ["documents", "origin"],
  applies: () => true,
  check({ documents, answers }) {
    const finding = {
      rule: "R24",
      severity: "block",
      outcome: "missing",
      section: "documents",
    } as const;
    if (documents.length === 0) {
      return [{ ...finding, field: "invoice", messageKey: "R24.none", params: {} }];
    }
    return documentsNeeded(answers).flatMap(({ kind, files, rows }): Finding[] => {
      const attached = documents.filter((document) => document.kind === kind).length;
      if (attached >= files) return [];
      switch (kind) {
        case "invoice":
          return [{ ...finding, field: kind, messageKey: "R24.invoice", params: {} }];
        case "import_certificate": {
          const params = { needed: count(files), attached: count(attached) };
          return [{ ...finding, field: kind, messageKey: "R24.importCopies", params }];
        }
        case "evidence_before_2003": {
          const params = { row: count(rows[0] ?? 0) };
          return [{ ...finding, field: kind, messageKey: "R24.evidence", params }];
        }
        case "sema_permit":
          return [];
      }
    });
  },
};

const declarationMessages = {
  rough_diamonds: "R26.roughDiamonds",
  certification: "R26.certification",
} as const satisfies Record<DeclarationKind, MessageKey>;

/** R26: both declarations, on exactly these answers and in the words that are asked today. */
const declarations: Rule = {
  id: "R26",
  severities: ["block"],
  sections: ["summary"],
  applies: () => true,
  check({ declarations: made, declarationTexts: asked }) {
    return Object.values(DeclarationKind).flatMap((kind): Finding[] => {
      const finding = { rule: "R26", severity: "block", section: "summary", field: kind } as const;
      const declared = made.find((declaration) => declaration.kind === kind);
      if (!declared) {
        const messageKey = declarationMessages[kind];
        return [{ ...finding, outcome: "missing", messageKey, params: {} }];
      }
      const current = asked.find((declaration) => declaration.kind === kind)?.textVersion;
      if (current === undefined || declared.textVersion === current) return [];
      const params = { made: text(String(declared.textVersion)), asked: text(String(current)) };
      return [{ ...finding, outcome: "conflict", messageKey: "R26.oldText", params }];
    });
  },
};

export const evidenceRules: readonly Rule[] = [supportingDocuments, declarations];
