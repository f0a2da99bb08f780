import type { Say } from "@/lib/applications/field-words";
import { categories } from "@/lib/applications/answers";
import type { AnswerNames } from "@/lib/applications/answer-names";
import type { Value } from "@/lib/applications/differences";
import { patternOf } from "@/lib/applications/places";
import { showDecimal } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";
import { countryNames, nameIn } from "@/lib/reference/lookups";

/** A stored answer as the reader's language writes it. `field` is its name in the section's form. */
export function valueWords(
  field: string,
  value: Value,
  { reference, certificates }: AnswerNames,
  locale: Locale,
  say: Say,
): string {
  const country = (code: string) =>
    code === "unknown" || code === "none"
      ? say("differences.unknown")
      : nameIn(countryNames(reference, code), locale);
  if (typeof value === "boolean") return say(value ? "differences.yes" : "differences.no");
  if (typeof value !== "string") {
    if (field !== "total.origin") return value.join(", ");
    const list = value.map(country).join("; ");
    return value.length > 1 ? say("differences.mixed", { list }) : list;
  }
  const last: string = patternOf(field).split(".").at(-1) ?? field;
  switch (last) {
    case "carats":
    case "usd":
      return showDecimal(value, locale, last);
    case "price":
      return showDecimal(value, locale, "usdPerCarat");
    case "degrees":
    case "minutes":
      return showDecimal(value, locale);
    case "destination":
    case "country":
    case "statedOrigin":
      return country(value);
    case "mine": {
      const mine = reference.mines.find(({ code }) => code === value);
      return mine ? nameIn(mine, locale) : value;
    }
    case "importCertificateId":
      return certificates.find(({ id }) => id === value)?.number ?? say("differences.unknown");
    case "category": {
      const known = categories.find((category) => category === value);
      return known ? say(`categories.${known}`) : value;
    }
    case "concentratesFrom":
      return value === "in_canada" || value === "outside_canada"
        ? say(`differences.concentrates.${value}`)
        : value;
    case "polished":
      return value === "no" || value === "yes"
        ? say(`application.goods.polished.answer.${value}`)
        : value;
    case "to":
      return value === "applicant" || value === "exporter"
        ? say(`application.delivery.${value}`)
        : value;
    default:
      return value;
  }
}
