import type { FormSchema, FieldError } from "@/lib/forms/parse-form";
import type { Problem } from "@/lib/forms/form-state";

/**
 * Puts each problem on the field that the form really has: a schema finds fault with the second seal
 * (`seals[1]`), but all seals are typed in one field (`seals`).
 */
export function onFields(
  { fields }: Pick<FormSchema<unknown>, "fields">,
  errors: readonly FieldError[],
): Problem[] {
  return errors.map(({ field, key, params }) => ({ field: fieldFor(field, fields), key, params }));
}

/** The name of the form's field in which an answer is typed. */
export function fieldFor(name: string, fields: Readonly<Record<string, string>>): string {
  const list = name.replace(/\[\d+\]$/, "");
  return list !== name && (fields[list] === "list" || fields[list] === "lines") ? list : name;
}

/** Whether a problem only says that something is not answered yet. */
export function isMissing({ key }: Pick<Problem, "key">): boolean {
  return key.endsWith(".required");
}
