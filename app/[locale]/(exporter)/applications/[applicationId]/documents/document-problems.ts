import { findingSentence } from "@/lib/applications/finding-sentence";
import type { Finding } from "@/lib/applications/rules/rule";
import { errorKey } from "@/lib/forms/error-key";
import type { Locale } from "@/lib/i18n/routing";

interface Props {
  findings: readonly Finding[];
  fromSummary: boolean;
  locale: Locale;
}

/**
 * What keeps the application from being submitted here, each at its kind of document. What is only
 * missing is told to who comes from the summary, as in the sections with fields.
 */
export function documentProblems({ findings, fromSummary, locale }: Props) {
  return findings.flatMap((finding) => {
    const { rule, section, severity, outcome, field } = finding;
    if (section !== "documents" || severity !== "block" || field === null) return [];
    // The list of files says it as well, and nobody need do anything.
    if ((outcome === "missing" || rule === "R25") && !fromSummary) return [];
    const params = { sentence: findingSentence(finding, locale) };
    return [{ field, key: errorKey("rule"), params }];
  });
}
