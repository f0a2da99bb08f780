"use server";

import { answer } from "../answer";
import { requestLocale, requireReviewerOrSignatory, requireSignatory } from "@/lib/auth/current";
import { drawnForOther } from "@/lib/auth/drawn-for";
import {
  acceptInvalidation,
  proposeInvalidation,
  refuseInvalidation,
  takeBackInvalidation,
} from "@/lib/certificates/commands/invalidate";
import { invalidationForm, refusalForm } from "@/lib/certificates/life/schema";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";

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
