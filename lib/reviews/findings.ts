import type { Finding } from "@/lib/applications/rules/rule";

/** Stopped by law: neither the exporter nor the office can go on. */
export function isBlocking({ severity }: Pick<Finding, "severity">): boolean {
  return severity === "block";
}

/** The rules whose findings a person must decide before advising to issue, each once. */
export function rulesToDecide(findings: readonly Pick<Finding, "rule" | "severity">[]): string[] {
  return [...new Set(findings.filter((found) => !isBlocking(found)).map(({ rule }) => rule))];
}
