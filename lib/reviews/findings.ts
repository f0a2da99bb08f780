import type { Finding } from "@/lib/applications/rules/rule";
import { canonicalJson } from "@/lib/canonical-json";
import type { ToDecide } from "@/lib/reviews/checklist";

/** Stopped by law: neither the exporter nor the office can go on. */
export function isBlocking({ severity }: Pick<Finding, "severity">): boolean {
  return severity === "block";
}

/** The rules whose findings a person must decide before advising to issue, each once. */
export function rulesToDecide(findings: readonly Pick<Finding, "rule" | "severity">[]): ToDecide[] {
  const open = findings.filter((found) => !isBlocking(found));
  return [...new Set(open.map(({ rule }) => rule))].map((rule) => ({
    rule,
    notable: open.every((found) => found.rule !== rule || found.severity === "warn"),
  }));
}

type Said = Pick<Finding, "rule" | "messageKey" | "params">;

/** By rule, all that is found, as one text: a decision stands while it says the same. */
export function saidByRule(findings: readonly Said[]): Record<string, string> {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return Object.fromEntries(
    rules.map((rule) => [
      rule,
      findings
        .filter((found) => found.rule === rule)
        .map(({ messageKey, params }) => canonicalJson([messageKey, params]))
        .sort()
        .join(),
    ]),
  );
}

/** Which rules found something now and not then, and the other way round. */
export function changesSince(
  then: readonly Pick<Finding, "rule" | "messageKey">[],
  now: readonly Pick<Finding, "rule" | "messageKey">[],
): { added: string[]; gone: string[] } {
  const only = (these: typeof now, those: typeof now) => [
    ...new Set(
      these
        .filter((found) => !those.some((other) => other.messageKey === found.messageKey))
        .map(({ rule }) => rule),
    ),
  ];
  return { added: only(now, then), gone: only(then, now) };
}

/** The findings of now that were not there then, to the last figure, and those that were there only then. */
export function differencesSince(
  then: readonly Finding[],
  now: readonly Finding[],
): { added: Finding[]; gone: Finding[] } {
  const only = (these: readonly Finding[], those: readonly Finding[]) => {
    const known = new Set(those.map(canonicalJson));
    return these.filter((finding) => !known.has(canonicalJson(finding)));
  };
  return { added: only(now, then), gone: only(then, now) };
}
