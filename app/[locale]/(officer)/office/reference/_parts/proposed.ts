import type { Proposed } from "@/lib/amendments/commands/propose";
import { refusedPress } from "@/lib/auth/denied";
import { requestLocale } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";
import { redirect } from "@/lib/i18n/navigation";

/** To the change that was proposed, or back to the form with what stands against it. */
export async function proposed(
  outcome: Proposed,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  if (outcome.ok) {
    const { changeId } = outcome.value;
    const href = {
      pathname: "/office/reference/changes/[changeId]",
      params: { changeId },
    } as const;
    return redirect({ href, locale: await requestLocale() });
  }
  if (outcome.troubles) {
    const problems = outcome.troubles.map(({ field, ...trouble }) => ({
      ...trouble,
      field: `row.${field}`,
    }));
    return refused(state, formData, problems);
  }
  return refusedPress(outcome, ({ error }) =>
    refused(state, formData, [], error === "stepUp" ? error : `reference.${error}`),
  );
}
