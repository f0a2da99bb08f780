"use server";

import { confirmChange, refuseChange, takeBackChange } from "@/lib/amendments/commands/decide";
import { refusalForm } from "@/lib/amendments/schema";
import { refusedPress } from "@/lib/auth/denied";
import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

type Outcome = Awaited<ReturnType<typeof confirmChange>>;

/** Confirms what another administrator proposed. */
export async function confirm(
  changeId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  return answer(changeId, state, formData, await confirmChange(viewer, changeId));
}

/** Says no, and why. */
export async function refuse(
  changeId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const parsed = parseForm(refusalForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  return answer(
    changeId,
    state,
    formData,
    await refuseChange(viewer, changeId, parsed.value.answer),
  );
}

/** Takes back what one proposed. */
export async function takeBack(
  changeId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  return answer(changeId, state, formData, await takeBackChange(viewer, changeId));
}

async function answer(
  changeId: string,
  state: FormState,
  formData: FormData,
  outcome: Outcome,
): Promise<FormState> {
  if (outcome.ok) {
    const href = {
      pathname: "/office/reference/changes/[changeId]",
      params: { changeId },
    } as const;
    return redirect({ href, locale: await requestLocale() });
  }
  return refusedPress(outcome, ({ error }) =>
    refused(state, formData, [], error === "stepUp" ? error : `reference.${error}`),
  );
}
