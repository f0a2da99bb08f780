import { DeclarationKind, DocumentKind } from "@/prisma/generated/enums";
import type { Answers } from "@/lib/applications/answers";
import { holdsOn } from "@/lib/reference/lookups";
import type { Named, Reference } from "@/lib/reference/types";
import { count, name, text, type Finding, type MessageKey, type Rule } from "./rule";

export interface DocumentNeed {
  readonly kind: DocumentKind;
  /** What to attach, in both languages. */
  readonly what: Named;
  /** How many files of the kind. */
  readonly files: number;
  /** The numbers of the rows that ask for it, from 1. */
  readonly rows: readonly number[];
}

/** In the order in which people are asked for them. */
const kinds = Object.values(DocumentKind);

/** The documents that the answers make obligatory on a day; a shipment always needs one of any kind. */
export function documentsNeeded(
  { origin, goods }: Answers,
  { documentRequirements }: Pick<Reference, "documentRequirements">,
  { day, onPaper }: { readonly day: string; readonly onPaper: boolean },
): DocumentNeed[] {
  const rows = origin?.origins ?? [];
  const certificates = new Set(
    rows.flatMap((row) =>
      row.category === "previously_imported" ? [row.importCertificateId ?? row.id] : [],
    ),
  );
  return documentRequirements
    .filter(({ validFrom, validTo }) => holdsOn({ from: validFrom, to: validTo }, day))
    .flatMap(({ reason, kind, perCertificate, nameEn, nameFr }): DocumentNeed[] => {
      const asking = rows.flatMap(({ category }, index) =>
        category === reason ? [index + 1] : [],
      );
      const asked =
        reason === "sema_permit"
          ? Boolean(goods?.semaPermit)
          : reason === "on_paper"
            ? onPaper
            : asking.length > 0;
      const files = perCertificate ? certificates.size : 1;
      return asked ? [{ kind, what: { nameEn, nameFr }, files, rows: asking }] : [];
    })
    .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}

/** R24: the documents that the rows need. The copy of a permit is R07's. */
const supportingDocuments: Rule = {
  id: "R24",
  severities: ["block"],
  sections: ["documents", "origin"],
  applies: () => true,
  check({ documents, answers, reference, today, onPaper }) {
    const finding = {
      rule: "R24",
      severity: "block",
      outcome: "missing",
      section: "documents",
    } as const;
    if (documents.length === 0) {
      return [{ ...finding, field: "invoice", messageKey: "R24.none", params: {} }];
    }
    return documentsNeeded(answers, reference, { day: today, onPaper }).flatMap(
      ({ kind, what, files, rows }): Finding[] => {
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
          case "application_form":
          case "packing_list":
          case "waybill":
          case "valuation":
          case "other":
            return [
              { ...finding, field: kind, messageKey: "R24.other", params: { what: name(what) } },
            ];
        }
      },
    );
  },
};

/** R25: no file waits in quarantine. Kind, size and content are checked when a file comes in. */
const virusCheck: Rule = {
  id: "R25",
  severities: ["block"],
  sections: ["documents"],
  applies: ({ documents }) => documents.some(({ scan }) => scan && scan !== "unscanned"),
  check({ documents }) {
    return documents.flatMap(({ kind, name, scan }): Finding[] => {
      if (scan !== "waiting") return [];
      return [
        {
          ...{ rule: "R25", severity: "block", outcome: "conflict", section: "documents" },
          ...{ field: kind, messageKey: "R25.waiting", params: { name: text(name) } },
        },
      ];
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

export const evidenceRules: readonly Rule[] = [supportingDocuments, virusCheck, declarations];
