import type { Problem } from "@/lib/forms/form-state";
import type { ErrorKey } from "@/lib/forms/error-key";

/** Every refusal of a review's command has its sentence under `errors.review`, but the one for all signing. */
type ReviewError =
  (Extract<ErrorKey, `review.${string}`> extends `review.${infer E}` ? E : never) | "stepUp";

interface Refused {
  readonly error: ReviewError;
  readonly by?: string;
  readonly problems?: readonly Problem[];
}

/** What a form says about a refusal: its fields' problems, or one sentence with the name of whoever was faster. */
export function reviewProblems({
  error,
  by,
  problems,
}: Refused): [readonly Problem[], ErrorKey?, Problem["params"]?] {
  if (problems && problems.length > 0) return [problems];
  const key: ErrorKey = error === "stepUp" ? error : `review.${error}`;
  return by === undefined ? [[], key] : [[], key, { by }];
}
