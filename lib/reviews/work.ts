import type { Section } from "@/lib/applications/sections";
import {
  decisions,
  questions,
  readings,
  type ChecklistInput,
  type Disposition,
} from "@/lib/reviews/checklist";

/** The sections that an officer accepts one by one; where the certificate goes belongs to the applicant. */
export const acceptedSections = ["applicant", "consignee", "origin", "goods", "documents"] as const;
export type AcceptedSection = (typeof acceptedSections)[number];

/** Whose answers stand in a section of the workspace. */
export const partsOf: Readonly<Record<AcceptedSection, readonly Section[]>> = {
  applicant: ["applicant", "delivery"],
  consignee: ["consignee"],
  origin: ["origin"],
  goods: ["goods"],
  documents: ["documents"],
};

/**
 * The work of a review by the names of the workspace's fields; figures are normalised ("4998.75"), what is
 * not answered is not there. `section-origin`: "yes" where the section is accepted.
 */
export type Work = Readonly<Record<string, string>>;

/** How it is stored in `ReviewWork.checklist`; the accepted sections have a column of their own. */
export interface KeptWork {
  readonly values: Work;
  /** By rule what it had found when it was decided (`saidByRule`). */
  readonly about: Readonly<Record<string, string>>;
}

const single = new Set<string>([
  ...questions,
  ...readings,
  ...readings.map((name) => `${name}Why`),
  ...acceptedSections.map((name) => `section-${name}`),
  "reasons",
]);

/** The rule of a field in which the findings of a rule are decided, or null. */
export function ruleOf(field: string): string | null {
  return /^(?:decision|note)-(R\d{2})$/.exec(field)?.[1] ?? null;
}

export function isWorkField(field: string): boolean {
  return single.has(field) || ruleOf(field) !== null;
}

const isDecision = (value: string | undefined) => decisions.find((decision) => decision === value);
const yesOrNo = (value: string | undefined) =>
  value === "yes" || value === "no" ? value : undefined;

/** The work as the checklist judges it. A note without a decision is a reason to accept. */
export function checklistOf(work: Work): ChecklistInput {
  const rules = new Set(Object.keys(work).flatMap((field) => ruleOf(field) ?? []));
  return {
    answers: Object.fromEntries(questions.map((name) => [name, yesOrNo(work[name])])),
    read: Object.fromEntries(readings.map((name) => [name, work[name]])),
    why: Object.fromEntries(readings.map((name) => [name, work[`${name}Why`]])),
    dispositions: Object.fromEntries(
      [...rules].map((rule): [string, Disposition] => {
        const note = work[`note-${rule}`] ?? "";
        const decision = isDecision(work[`decision-${rule}`]) ?? (note ? "accept" : undefined);
        return [rule, { decision, note }];
      }),
    ),
    sections: acceptedSections.filter((name) => work[`section-${name}`] === "yes"),
  };
}

/** The stored work by the names of the fields. */
export function workOf(stored: {
  readonly checklist: unknown;
  readonly acceptedSections: readonly string[];
}): Work {
  const work: Record<string, string> = { ...(stored.checklist as KeptWork).values };
  for (const name of stored.acceptedSections) work[`section-${name}`] = "yes";
  return work;
}

/** What of the work is stored where; `said`: by rule, what it finds as the work is saved. */
export function keptFrom(
  work: Work,
  said: Readonly<Record<string, string>>,
): { kept: KeptWork; sections: AcceptedSection[] } {
  const values = Object.entries(work).filter(
    ([field, value]) => value !== "" && !field.startsWith("section-"),
  );
  const decided = new Set(values.flatMap(([field]) => ruleOf(field) ?? []));
  const about = Object.entries(said).filter(([rule]) => decided.has(rule));
  return {
    kept: { values: Object.fromEntries(values), about: Object.fromEntries(about) },
    sections: acceptedSections.filter((name) => work[`section-${name}`] === "yes"),
  };
}
