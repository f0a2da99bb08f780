import { showDecimal } from "@/lib/forms/numbers";
import type { FieldKind, Fields } from "@/lib/forms/parse-form";
import type { Language } from "@/prisma/generated/enums";

/**
 * The way back from stored answers to the text of a form's fields, by field name, in the reader's
 * format: `origins[0].carats` → "1,204.35". Reading it again with `parseForm` gives the same answers.
 */
export function showForm(
  fields: Fields,
  stored: unknown,
  locale: Language,
): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [pattern, kind] of Object.entries(fields)) {
    for (const [name, value] of valuesAt(pattern, stored)) {
      const text = showValue(kind, value, locale);
      if (text !== "") shown[name] = text;
    }
  }
  return shown;
}

/** Every value that a pattern like `origins[].carats` names, with the name of its field. */
function valuesAt(pattern: string, stored: unknown): [name: string, value: unknown][] {
  return pattern.split(".").reduce<[string, unknown][]>(
    (found, part) =>
      found.flatMap(([name, value]): [string, unknown][] => {
        const key = part.replace("[]", "");
        const path = name ? `${name}.${key}` : key;
        const inner = isBranch(value) ? value[key] : undefined;
        if (!part.endsWith("[]")) return [[path, inner]];
        return Array.isArray(inner) ? inner.map((item, i) => [`${path}[${i}]`, item]) : [];
      }),
    [["", stored]],
  );
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Kinds of fields that hold a number. */
export const figures: ReadonlySet<FieldKind> = new Set([
  "carats",
  "usd",
  "count",
  "degreesNorth",
  "degreesWest",
  "minutes",
]);

export function showValue(kind: FieldKind, value: unknown, locale: Language): string {
  if (kind === "flag") return value === true ? "yes" : "";
  if (Array.isArray(value)) return value.join("\n");
  if (typeof value !== "string") return "";
  return figures.has(kind) ? showDecimal(value, locale) : value;
}
