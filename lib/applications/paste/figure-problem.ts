import type { ColumnedRow } from "./columns";
import { problem } from "./pasted";
import { heading, type ColumnName } from "./words";
import type { Problem } from "@/lib/forms/form-state";
import type { FieldError } from "@/lib/forms/parse-form";
import type { ErrorKey } from "@/lib/forms/error-key";
import type { Language } from "@/prisma/generated/enums";

/**
 * An amount that the form could not read, as a problem of the cell it was pasted in. What else the form
 * finds wrong or missing it says itself, at the row's own fields, once the row is there.
 */
export function figureProblem(
  { field, key, params }: FieldError,
  rows: readonly ColumnedRow<ColumnName>[],
  locale: Language,
): Problem[] {
  const column = field.endsWith(".carats") ? "carats" : field.endsWith(".usd") ? "usd" : null;
  if (!column || !key.startsWith("number.")) return [];
  const line = rows[Number(params["row"]) - 1]?.line ?? 0;
  const place = { line, column: heading(column, locale) };
  return [problem(`paste.${key}` as ErrorKey, { ...params, ...place })];
}
