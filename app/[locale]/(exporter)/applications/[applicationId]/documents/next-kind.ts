import type { DocumentFact } from "@/lib/applications/answers";
import type { DocumentNeed } from "@/lib/applications/rules/evidence";

/** The kind to propose: the first that is asked for and not there yet, an invoice where there is nothing. */
export function nextKind(
  needed: readonly DocumentNeed[],
  documents: readonly Pick<DocumentFact, "kind">[],
): DocumentFact["kind"] | "" {
  const missing = needed.find(
    ({ kind, files }) => documents.filter((document) => document.kind === kind).length < files,
  );
  return missing?.kind ?? (documents.length === 0 ? "invoice" : "");
}
