import { amountRules } from "./amounts";
import { destinationRules } from "./destination";
import { duplicateRules } from "./duplicates";
import { evidenceRules } from "./evidence";
import { goodsRules } from "./goods";
import { importRules } from "./imports";
import { originRules } from "./origin-rows";
import { partyRules } from "./parties";
import { priceRules } from "./prices";
import type { Facts, Finding, Rule, RuleId } from "./rule";

/** Every rule on an application, in the order of their numbers. */
export const rules: readonly Rule[] = [
  ...partyRules,
  ...destinationRules,
  ...originRules,
  ...amountRules,
  ...importRules,
  ...goodsRules,
  ...evidenceRules,
  ...priceRules,
  ...duplicateRules,
].sort((a, b) => a.id.localeCompare(b.id));

/** Runs the rules: live while a draft is filled in, at submission, and again on the day of issue. */
export function evaluate(facts: Facts): Finding[] {
  return rules.filter((rule) => rule.applies(facts)).flatMap((rule) => rule.check(facts));
}

export type CheckResult = "passed" | "found" | "does_not_apply";

/** A rule with its result. */
export interface Check {
  readonly rule: RuleId;
  readonly result: CheckResult;
  readonly findings: readonly Finding[];
}

/** Every rule with its result, for "31 passed, 5 do not apply". */
export function checkEach(facts: Facts): Check[] {
  return rules.map((rule) => {
    if (!rule.applies(facts)) return { rule: rule.id, result: "does_not_apply", findings: [] };
    const findings = rule.check(facts);
    return { rule: rule.id, result: findings.length > 0 ? "found" : "passed", findings };
  });
}

export type RulesOutcome =
  "accepted" | "accepted_with_warnings" | "accepted_with_officer_flag" | "blocked";

/** What the findings mean together; the gravest decides. */
export function outcomeOf(findings: readonly Pick<Finding, "severity">[]): RulesOutcome {
  const has = (severity: Finding["severity"]) => findings.some((f) => f.severity === severity);
  if (has("block")) return "blocked";
  if (has("officer")) return "accepted_with_officer_flag";
  return has("warn") ? "accepted_with_warnings" : "accepted";
}
