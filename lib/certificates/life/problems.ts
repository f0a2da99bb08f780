import type { DecideError } from "@/lib/certificates/commands/invalidate";
import type { FollowError } from "@/lib/certificates/life/follow";
import type { Problem } from "@/lib/forms/form-state";
import type { ErrorKey } from "@/lib/forms/error-key";

export type LifeError =
  | FollowError
  | DecideError
  | "notReady"
  | "reason"
  | "printer"
  | "noCopy"
  | "exportDay"
  | "alreadyOpen"
  | "notOwnProposal";

/** The field that a refusal is about; the others are about the whole. */
const fieldOf: Partial<Record<LifeError, string>> = {
  day: "on",
  exportDay: "exportedOn",
  sheet: "sheet",
  reason: "reason",
  printer: "printer",
};

/** What a form says about a refusal: beside its field, or one sentence about the whole. */
export function lifeProblems({
  error,
}: {
  readonly error: LifeError;
}): [readonly Problem[], ErrorKey?] {
  const key: ErrorKey = error === "stepUp" ? error : `life.${error}`;
  const field = fieldOf[error];
  return field ? [[{ field, key }]] : [[], key];
}
