import type { ErrorKey } from "@/lib/forms/error-key";
import type { Problem } from "@/lib/forms/form-state";
import type { OfficerRefusal } from "@/lib/officers/access";

/** What a form says about a refusal. */
export function officerProblems({ error }: OfficerRefusal): [readonly Problem[], ErrorKey] {
  return [[], error === "stepUp" ? error : `officers.${error}`];
}
