import type { OfficerViewer } from "@/lib/auth/viewer";
import { refused, type FormState } from "@/lib/forms/form-state";

/**
 * The refusal of a form that was drawn for somebody else. Another person may have signed in meanwhile, in
 * the tab where the first should have confirmed who they are: they must not put their name to what the
 * first decided. Null when whoever sends the form is the one who opened it.
 */
export function drawnForOther(
  viewer: OfficerViewer,
  state: FormState,
  formData: FormData,
): FormState | null {
  if (formData.get("person") === viewer.userId) return null;
  return refused(state, formData, [], "otherPerson", { name: viewer.name });
}
