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
  /** Why a finding that a person must decide is accepted, by rule. */
  readonly accepted: Readonly<Record<string, string>>;
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
  readonly version: 1;
  readonly answers: Given<Question, "yes" | "no">;
  readonly readings: Partial<Record<ReadingName, Reading>>;
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
 * read and equal or its difference explained, every finding to decide accepted with a reason. For
 * advising to reject only the questions must be answered; what was read is kept.
 */
export function completeChecklist(
  input: ChecklistInput,
  figures: Figures,
  rulesToDecide: readonly string[],
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

  const accepted = rulesToDecide.flatMap((rule) => {
    const why = input.accepted[rule]?.trim();
    if (why) return [{ rule, why }];
    if (issuing)
      problems.push({ field: `accept-${rule}`, key: "review.accept.required", params: { rule } });
    return [];
  });

  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { version: 1, answers: input.answers, readings: read, accepted } };
}
