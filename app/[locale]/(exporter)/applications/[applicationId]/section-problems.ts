import type { Answers } from "@/lib/applications/answers";
import { findingSentence } from "@/lib/applications/finding-sentence";
import type { Finding } from "@/lib/applications/rules/rule";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { errorKey } from "@/lib/forms/error-key";
import { fieldFor, onFields } from "@/lib/forms/field-problems";
import { parseForm, type FormSchema } from "@/lib/forms/parse-form";
import { showForm } from "@/lib/forms/show-form";
import type { Problem } from "@/lib/forms/form-state";
import type { Locale } from "@/lib/i18n/routing";

/** The text of a section's fields, from its stored answers. */
export function sectionValues(
  section: AnsweredSection,
  answers: Answers,
  locale: Locale,
): Record<string, string> {
  const values = showForm(sectionForms[section].fields, answers[section], locale);
  // All seals are typed in one field; the numbered ones are for other ways of entering them.
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("seals[")));
}

/** Everything that is wrong or missing in a section as it is stored, each at its field. */
export function sectionProblems(
  section: AnsweredSection,
  answers: Answers,
  findings: readonly Finding[],
  locale: Locale,
): Problem[] {
  const formData = new FormData();
  const values = sectionValues(section, answers, locale);
  for (const [name, text] of Object.entries(values)) formData.append(name, text);
  const form: FormSchema<unknown> = sectionForms[section];
  const parsed = parseForm(form, formData, locale);
  const own = parsed.ok ? [] : onFields(form, parsed.errors);
  return [...own, ...conflictsIn(section, findings, own, locale)];
}

/** What the rules find at odds in a section and its own schema does not know. */
export function conflictsIn(
  section: AnsweredSection,
  findings: readonly Finding[],
  known: readonly Problem[],
  locale: Locale,
): Problem[] {
  const { fields }: FormSchema<unknown> = sectionForms[section];
  return findings.flatMap((finding) => {
    if (finding.section !== section || finding.severity !== "block") return [];
    if (finding.outcome !== "conflict") return [];
    const field = fieldFor(finding.field ?? Object.keys(fields)[0] ?? "", fields);
    if (known.some((problem) => problem.field === field)) return [];
    const params = { sentence: findingSentence(finding, locale) };
    return [{ field, key: errorKey("rule"), params }];
  });
}
