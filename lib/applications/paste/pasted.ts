import type { ErrorKey } from "@/lib/forms/error-key";
import type { Problem } from "@/lib/forms/form-state";

/** What was understood of a paste: all of it, or what must be mended first. Never a part of it. */
export type Pasted<T> =
  | { readonly ok: true; readonly rows: readonly T[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The field of a form in which rows are pasted. */
export const pasteField = "paste";

export function problem(key: ErrorKey, params: Problem["params"] = {}): Problem {
  return { field: pasteField, key, params };
}

/** All that must be mended, in the order of the lines. */
export function unread(problems: readonly Problem[]): Pasted<never> {
  const lineOf = ({ params }: Problem) => Number(params?.["line"] ?? 0);
  return { ok: false, problems: [...problems].sort((a, b) => lineOf(a) - lineOf(b)) };
}
