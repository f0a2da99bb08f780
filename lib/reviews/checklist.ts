import Decimal from "decimal.js";
import type { Problem } from "@/lib/forms/form-state";

/** What only a person can judge, in the order asked. */
export const questions = ["papersLegible", "consigneePlausible", "originProved"] as const;
export type Question = (typeof questions)[number];

/** What is typed from the paper, never ticked: a tick cannot catch 4,989.75 against 4,998.75. */
export const readings = ["carats", "usd", "seals"] as const;
export type ReadingName = (typeof readings)[number];

/** Figures of the application, against which those of the paper are compared. */
export type Figures = Readonly<Record<ReadingName, string>>;

type Given<K extends string, V> = { readonly [name in K]?: V | undefined };

/** As typed, already normalised ("4998.75", "3"); missing while not answered. */
export interface ChecklistInput {
  readonly answers: Given<Question, "yes" | "no">;
  readonly read: Given<ReadingName, string>;
  /** What explains a difference. */
  readonly why: Given<ReadingName, string>;
  /** What the officer decided about the findings of a rule. */
  readonly dispositions: Readonly<Record<string, Disposition>>;
  readonly sections: readonly string[];
}

/** Accepted with a reason, to be asked of the exporter, or noted: only that both sides know it. */
export const decisions = ["accept", "ask", "noted"] as const;
export type Decision = (typeof decisions)[number];

export interface Disposition {
  /** Missing while only a note is written. */
  readonly decision?: Decision | undefined;
  readonly note: string;
}

/** A rule whose findings a person must decide. */
export interface ToDecide {
  readonly rule: string;
  /** Whether taking note is enough: the exporter was told the same and sent it so. */
  readonly notable: boolean;
}

export interface Reading {
  readonly read: string;
  readonly application: string;
  /** Paper minus application, with its sign; absent when they agree. */
  readonly difference?: string;
  readonly why?: string;
}

/** What a reviewer has done before advising, kept with the recommendation. */
export interface Checklist {
  readonly version: 2;
  readonly answers: Given<Question, "yes" | "no">;
  readonly readings: Partial<Record<ReadingName, Reading>>;
  readonly dispositions: readonly {
    readonly rule: string;
    readonly decision: Decision;
    readonly note: string;
  }[];
  /** The sections of the application that were accepted one by one. */
  readonly sections: readonly string[];
}

/** The checklist of a recommendation, which is never rewritten: the first version only knew what was accepted. */
export function readStored(stored: unknown): Checklist {
  const known = stored as Checklist | FirstChecklist;
  if (known.version === 2) return known;
  const dispositions = known.accepted.map(({ rule, why }) => {
    return { rule, decision: "accept" as const, note: why };
  });
  const { answers, readings: read } = known;
  return { version: 2, answers, readings: read, dispositions, sections: [] };
}

interface FirstChecklist extends Pick<Checklist, "answers" | "readings"> {
  readonly version: 1;
  readonly accepted: readonly { readonly rule: string; readonly why: string }[];
}

/** Paper against application; null when they agree. */
export function differenceOf(read: string, application: string): string | null {
  const difference = new Decimal(read).minus(application);
  if (difference.isZero()) return null;
  const places = read.includes(".") || application.includes(".") ? 2 : 0;
  return `${difference.isPositive() ? "+" : ""}${difference.toFixed(places)}`;
}

/**
 * Whether the checklist is complete for advising to issue: every question answered yes, every figure
 * read and equal or its difference explained, every finding to decide accepted with a reason or, where
 * that is enough, noted. For advising to reject only the questions must be answered; the rest is kept.
 */
export function completeChecklist(
  input: ChecklistInput,
  figures: Figures,
  toDecide: readonly ToDecide[],
  outcome: "issue" | "reject",
): { ok: true; value: Checklist } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const issuing = outcome === "issue";

  for (const question of questions) {
    const answer = input.answers[question];
    if (!answer) problems.push({ field: question, key: `review.question.${question}` });
    else if (issuing && answer === "no")
      problems.push({ field: question, key: "review.question.no" });
  }

  const read: Partial<Record<ReadingName, Reading>> = {};
  for (const name of readings) {
    const value = input.read[name];
    const application = figures[name];
    const why = input.why[name]?.trim();
    if (value === undefined || value === "") {
      if (issuing) problems.push({ field: name, key: `review.read.${name}` });
      continue;
    }
    const difference = differenceOf(value, application);
    if (difference !== null && issuing && !why) {
      problems.push({ field: `${name}Why`, key: `review.read.${name}Differ` });
    }
    read[name] = {
      read: value,
      application,
      ...(difference === null ? {} : { difference, ...(why ? { why } : {}) }),
    };
  }

  const dispositions = toDecide.flatMap(({ rule, notable }) => {
    const disposition = input.dispositions[rule];
    const wrong = issuing ? notDecided(rule, disposition, notable) : null;
    if (wrong) problems.push(wrong);
    const { decision, note = "" } = disposition ?? {};
    return decision ? [{ rule, decision, note: note.trim() }] : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const { answers, sections } = input;
  return { ok: true, value: { version: 2, answers, readings: read, dispositions, sections } };
}

/** What keeps the findings of a rule from being decided for issuing. */
function notDecided(
  rule: string,
  disposition: Disposition | undefined,
  notable: boolean,
): Problem | null {
  const params = { rule };
  const { decision, note = "" } = disposition ?? {};
  if (decision === "ask") {
    return { field: `decision-${rule}`, key: "review.accept.asked", params };
  }
  if (decision === "accept") {
    return note.trim() ? null : { field: `note-${rule}`, key: "review.accept.why", params };
  }
  return decision === "noted" && notable
    ? null
    : { field: `decision-${rule}`, key: "review.accept.required", params };
}
