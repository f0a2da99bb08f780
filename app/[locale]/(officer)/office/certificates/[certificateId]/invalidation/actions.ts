"use server";

import { requestLocale, requireReviewerOrSignatory, requireSignatory } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { drawnForOther } from "@/lib/auth/drawn-for";
import {
  acceptInvalidation,
  proposeInvalidation,
  refuseInvalidation,
  takeBackInvalidation,
} from "@/lib/certificates/commands/invalidate";
import { lifeProblems, type LifeError } from "@/lib/certificates/problems";
import { invalidationForm, refusalForm } from "@/lib/certificates/schema-life";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Proposes to invalidate the certificate. */
export async function propose(
  certificateId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const parsed = parseForm(invalidationForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const outcome = await proposeInvalidation(viewer, certificateId, parsed.value);
  return answer(certificateId, state, formData, outcome);
}

/** Invalidates as another person proposed. */
export async function accept(
  certificateId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const outcome = await acceptInvalidation(viewer, certificateId, proposalOf(formData));
  return answer(certificateId, state, formData, outcome);
}

/** Says no, and why. */
export async function refuse(
  certificateId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const parsed = parseForm(refusalForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const said = parsed.value.answer;
  const outcome = await refuseInvalidation(viewer, certificateId, proposalOf(formData), said);
  return answer(certificateId, state, formData, outcome);
}

/** Takes back what one proposed. */
export async function takeBack(
  certificateId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const outcome = await takeBackInvalidation(viewer, certificateId, proposalOf(formData));
  return answer(certificateId, state, formData, outcome);
}

/** The proposal that the page showed. */
const proposalOf = (formData: FormData) => typedValues(formData)["proposal"] ?? "";

async function answer(
  certificateId: string,
  state: FormState,
  formData: FormData,
  outcome: { readonly ok: true } | { readonly ok: false; readonly error: LifeError },
): Promise<FormState> {
  if (outcome.ok) {
    const params = { certificateId };
    const href = { pathname: "/office/certificates/[certificateId]", params } as const;
    return redirect({ href, locale: await requestLocale() });
  }
  return refused(state, formData, ...(await refusedPress(outcome, lifeProblems)));
}
