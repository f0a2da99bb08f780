import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { findingSentence } from "@/lib/applications/finding-sentence";
import { errorKey } from "@/lib/forms/error-key";

/**
 * What keeps the application from being submitted here, each at its kind of document. What is only
 * missing is told to who comes from the summary, as in the sections with fields.
 */
export function documentProblems({
  findings,
  fromSummary,
  locale,
}: Pick<OpenedSection, "findings" | "fromSummary" | "locale">) {
  return findings.flatMap((finding) => {
    const { section, severity, outcome, field } = finding;
    if (section !== "documents" || severity !== "block" || field === null) return [];
    if (outcome === "missing" && !fromSummary) return [];
    const params = { sentence: findingSentence(finding, locale) };
    return [{ field, key: errorKey("rule"), params }];
  });
}
