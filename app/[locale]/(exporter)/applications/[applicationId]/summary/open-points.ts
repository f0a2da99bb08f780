import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { sectionProblems } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-problems";
import { findingSentence } from "@/lib/applications/finding-sentence";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import type { Section } from "@/lib/applications/sections";
import { fieldFor } from "@/lib/forms/field-problems";
import type { Problem } from "@/lib/forms/form-state";

/** One thing that keeps the application from being submitted, or a remark about it. */
export interface OpenPoint {
  readonly section: Section;
  /** The field it leads to; null where it is about the whole section. */
  readonly field: string | null;
  readonly blocking: boolean;
  /** A rule's sentence in the reader's language, a field's own problem, or that nothing is answered. */
  readonly says:
    | { readonly kind: "rule"; readonly sentence: string }
    | { readonly kind: "field"; readonly problem: Problem }
    | { readonly kind: "undone"; readonly section: AnsweredSection };
}

/** The declarations are made on the page itself, below the list. */
export const saidBelow = "R26";

/** Every open point at once, in the order of the sections. */
export function openPoints({
  application,
  findings,
  locale,
}: Pick<OpenedSection, "application" | "findings" | "locale">): OpenPoint[] {
  const forms = Object.keys(sectionForms) as AnsweredSection[];
  const own = forms.flatMap((section) =>
    sectionProblems(section, application.answers, [], locale).map((problem): OpenPoint => ({
      section,
      field: problem.field,
      blocking: true,
      says: { kind: "field", problem },
    })),
  );
  // A section that has nothing in it at all is one point, not one for each of its fields.
  const empty = forms.filter((section) => application.answers[section] === undefined);
  const kept = own.filter(({ section }) => !empty.some((each) => each === section));
  const bySection = new Set([...kept.map(({ section }) => section), ...empty]);

  const rules = findings.flatMap((finding): OpenPoint[] => {
    const { section, severity, outcome } = finding;
    if (finding.rule === saidBelow) return [];
    // What is missing in a section's form is said by the form's own sentences.
    if (outcome === "missing" && bySection.has(section)) return [];
    const fields = section in sectionForms ? sectionForms[section as AnsweredSection].fields : {};
    const field = finding.field === null ? null : fieldFor(finding.field, fields);
    if (kept.some((point) => point.section === section && point.field === field)) return [];
    const says = { kind: "rule", sentence: findingSentence(finding, locale) } as const;
    return [{ section, field, blocking: severity === "block", says }];
  });
  const missing = empty.map((section): OpenPoint => ({
    section,
    field: null,
    blocking: true,
    says: { kind: "undone", section },
  }));
  return [...missing, ...kept, ...rules];
}
