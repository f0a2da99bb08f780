import type { OpenedSection } from "./open-section";
import { fieldAsked } from "@/lib/applications/place-words";
import { askedWords } from "@/lib/applications/requests";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { fieldFor } from "@/lib/forms/field-problems";
import type { Locale } from "@/lib/i18n/routing";

/** The reasons of this section's requests, by the fields of its form that they are about. */
export function askedHere({
  section,
  application: { answers },
  requests,
  locale,
}: Pick<OpenedSection, "section" | "application" | "requests"> & {
  locale: Locale;
}): Record<string, string[]> {
  const asked: Record<string, string[]> = {};
  if (!(section in sectionForms)) return asked;
  const { fields } = sectionForms[section as AnsweredSection];
  for (const request of requests) {
    const field = fieldAsked(answers, request);
    if (field === null) continue;
    // A form may have one field for all seals, or one for each.
    for (const name of new Set([field, fieldFor(field, fields)])) {
      (asked[name] ??= []).push(askedWords(request, locale).join(" "));
    }
  }
  return asked;
}
