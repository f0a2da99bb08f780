import { saidBelow } from "./open-points";
import { findingSentence } from "@/lib/applications/finding-sentence";
import type { Finding } from "@/lib/applications/rules/rule";
import { errorKey } from "@/lib/forms/error-key";
import type { Problem } from "@/lib/forms/form-state";
import type { Locale } from "@/lib/i18n/routing";

/** What keeps the declarations from holding, each beside its box: new words since the page was opened. */
export function declarationProblems(findings: readonly Finding[], locale: Locale): Problem[] {
  return findings.flatMap((finding) =>
    finding.rule === saidBelow && finding.field !== null
      ? [
          {
            field: finding.field,
            key: errorKey("rule"),
            params: { sentence: findingSentence(finding, locale) },
          },
        ]
      : [],
  );
}
