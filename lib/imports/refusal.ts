import type { OfficerViewer } from "@/lib/auth/viewer";
import type { ErrorKey } from "@/lib/forms/error-key";
import type { Problem } from "@/lib/forms/form-state";

/** Every refusal of the register has its sentence under `errors.register.refused`. */
type RefusedKey =
  Extract<ErrorKey, `register.refused.${string}`> extends `register.refused.${infer E}` ? E : never;

/** An expected refusal. `by` is whoever was faster; `problems` are those of the fields. */
export interface Refused {
  readonly ok: false;
  readonly error: RefusedKey;
  readonly by?: string;
  readonly problems?: readonly Problem[];
}

export const notAllowed: Refused = { ok: false, error: "notAllowed" };

export function refuse(error: RefusedKey, more: Omit<Refused, "ok" | "error"> = {}): Refused {
  return { ok: false, error, ...more };
}

export function isReviewer(viewer: OfficerViewer): boolean {
  return viewer.roles.includes("reviewer");
}

/** What a form says about a refusal: its fields' problems, or one sentence about the whole. */
export function registerProblems({
  error,
  by,
  problems = [],
}: Refused): [readonly Problem[], ErrorKey?, Problem["params"]?] {
  if (problems.length > 0) return [problems];
  return by === undefined
    ? [[], `register.refused.${error}`]
    : [[], `register.refused.${error}`, { by }];
}
