import type { Finding } from "@/lib/applications/rules/rule";

/** Stopped by law: neither the exporter nor the office can go on. */
export function isBlocking({ severity }: Pick<Finding, "severity">): boolean {
  return severity === "block";
}

/** The rules whose findings a person must decide before advising to issue, each once. */
export function rulesToDecide(findings: readonly Pick<Finding, "rule" | "severity">[]): string[] {
  return [...new Set(findings.filter((found) => !isBlocking(found)).map(({ rule }) => rule))];
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
