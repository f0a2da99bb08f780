import type { DocumentProblem } from "@/lib/documents/problems";

/** Of several problems of one file the first of these is told: what tells people most about what to do. */
const order: readonly DocumentProblem[] = [
  "encrypted",
  "macros",
  "script",
  "embedded",
  "external",
  "tooComplex",
  "contentDiffers",
  "typeNotAllowed",
  "unchecked",
  "damaged",
];

export type Findings = Set<DocumentProblem>;

export function worstOf(findings: Findings): DocumentProblem | null {
  return order.find((problem) => findings.has(problem)) ?? null;
}
