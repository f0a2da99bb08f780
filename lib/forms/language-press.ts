import { refused, typedValues, type FormState, type Problem } from "@/lib/forms/form-state";
import { readDecimal, showDecimal } from "@/lib/forms/numbers";
import { kindOf, type Fields } from "@/lib/forms/parse-form";
import { figures, showForm } from "@/lib/forms/show-form";
import type { Language } from "@/prisma/generated/enums";

/** Whether the form was sent only to be shown in the other language: nothing may be done with it. */
export function isLanguagePress(formData: FormData): boolean {
  return formData.get("intent") === "language";
}

/**
 * A form with figures, sent to be shown in `locale`: everything as it was typed. A figure that nobody
 * touched is written as this language writes it, and one that the two languages read differently is
 * pointed at, since it would now say something else than what was meant.
 */
export function shownAgain(
  state: FormState,
  formData: FormData,
  { fields, stored, locale }: { fields: Fields; stored?: unknown; locale: Language },
): FormState {
  const values = typedValues(formData);
  const before = showForm(fields, stored, locale === "fr" ? "en" : "fr");
  const here = showForm(fields, stored, locale);
  const problems: Problem[] = [];
  for (const [field, typed] of Object.entries(values)) {
    const kind = kindOf({ fields }, field);
    if (!kind || !figures.has(kind)) continue;
    if (typed === before[field]) values[field] = here[field] ?? typed;
    else if (kind === "carats" || kind === "usd" || kind === "count") {
      problems.push(...readDifferently(field, typed, locale));
    }
  }
  return { ...refused(state, formData, problems), values };
}

function readDifferently(field: string, text: string, locale: Language): Problem[] {
  const typed = text.slice(0, 60);
  const options = { decimals: 3, max: "999999999999999" };
  const french = readDecimal(typed, "fr", options);
  if (french.ok || !french.readings || !readDecimal(typed, "en", options).ok) return [];
  const [first, second] = french.readings.map((reading) => showDecimal(reading, locale));
  return [
    { field, key: "number.ambiguous", params: { typed, first: first ?? "", second: second ?? "" } },
  ];
}
