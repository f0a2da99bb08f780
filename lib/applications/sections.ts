import type { Answers, DocumentFact } from "@/lib/applications/answers";
import { sectionSchemas, type AnsweredSection } from "@/lib/applications/schema";
import type { Finding } from "@/lib/applications/rules/rule";

/** The sections of an application in their order; any may be filled in at any time. */
export const sections = [
  "applicant",
  "delivery",
  "consignee",
  "origin",
  "goods",
  "documents",
  "summary",
] as const;
export type Section = (typeof sections)[number];

export type SectionState =
  "not_started" | "in_progress" | "needs_attention" | "done" | "cannot_start";

type Problem = Pick<Finding, "severity" | "outcome" | "section">;

/**
 * Where a section stands: always computed from the data, never stored. `problems` are the engine's
 * findings on the same answers. The summary opens when the other six are done.
 */
export function stateOf(
  section: Section,
  answers: Answers,
  documents: readonly DocumentFact[],
  problems: readonly Problem[],
): SectionState {
  const blocking = problems.filter((p) => p.severity === "block" && p.section === section);
  const conflict = blocking.some((p) => p.outcome === "conflict");
  switch (section) {
    case "summary": {
      const others = sections.filter((other) => other !== "summary");
      const open = others.some((s) => stateOf(s, answers, documents, problems) !== "done");
      if (open) return "cannot_start";
      return blocking.length > 0 ? "not_started" : "done";
    }
    case "documents":
      if (conflict) return "needs_attention";
      if (documents.length === 0) return "not_started";
      return blocking.length > 0 ? "in_progress" : "done";
    case "applicant":
    case "delivery":
    case "consignee":
    case "origin":
    case "goods": {
      if (!hasAnswers(answers[section])) return "not_started";
      const keys = incomplete(section, answers);
      if (conflict || keys.some((key) => !key.endsWith(".required"))) return "needs_attention";
      return keys.length > 0 || blocking.length > 0 ? "in_progress" : "done";
    }
  }
}

/** How many of the sections are done: "3 of 7". */
export function countDone(
  answers: Answers,
  documents: readonly DocumentFact[],
  problems: readonly Problem[],
): number {
  return sections.filter((s) => stateOf(s, answers, documents, problems) === "done").length;
}

/** The answered sections that are not complete and right by themselves; empty before a submission. */
export function incompleteSections(answers: Answers): AnsweredSection[] {
  const keys = Object.keys(sectionSchemas) as AnsweredSection[];
  return keys.filter((section) => incomplete(section, answers).length > 0);
}

/** The page after (or before) a section; null at the ends. */
export function neighbour(section: Section, step: 1 | -1): Section | null {
  return sections[sections.indexOf(section) + step] ?? null;
}

function incomplete(section: AnsweredSection, answers: Answers): string[] {
  const result = sectionSchemas[section].safeParse(answers[section] ?? {});
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
}

/** Whether anything was answered; a row or a country counts, an empty list does not. */
function hasAnswers(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.some(hasAnswers);
  if (typeof value === "object") return Object.values(value).some(hasAnswers);
  return true;
}
