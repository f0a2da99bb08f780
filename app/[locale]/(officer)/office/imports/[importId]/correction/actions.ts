"use server";

import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireReviewerOrSignatory } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { showDecimal } from "@/lib/forms/numbers";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import {
  acceptCorrection,
  type CorrectionOutcome,
  proposeCorrection,
  refuseCorrection,
  takeBackCorrection,
} from "@/lib/imports/commands/correct";
import { correctionForm, refusalForm } from "@/lib/imports/schema-correction";

/** Proposes what the paper says. */
export async function propose(
  importId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const parsed = parseForm(correctionForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  return answer(importId, state, formData, await proposeCorrection(viewer, importId, parsed.value));
}

/** Enters what another officer proposed. */
export async function accept(
  importId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  return press(acceptCorrection, viewer, importId, state, formData);
}

/** Says no, and why. */
export async function refuse(
  importId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const parsed = parseForm(refusalForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const because = parsed.value.answer;
  return press(
    (officer, id, correction) => refuseCorrection(officer, id, correction, because),
    viewer,
    importId,
    state,
    formData,
  );
}

/** Takes back what one proposed. */
export async function takeBack(
  importId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  return press(takeBackCorrection, viewer, importId, state, formData);
}

type Command = (
  viewer: OfficerViewer,
  importId: string,
  correctionId: string,
) => Promise<CorrectionOutcome>;

/** About the correction that the page showed. */
async function press(
  command: Command,
  viewer: OfficerViewer,
  importId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const correctionId = typedValues(formData)["correction"] ?? "";
  return answer(importId, state, formData, await command(viewer, importId, correctionId));
}

async function answer(
  importId: string,
  state: FormState,
  formData: FormData,
  outcome: CorrectionOutcome,
): Promise<FormState> {
  const locale = await requestLocale();
  if (outcome.ok) {
    const href = { pathname: "/office/imports/[importId]", params: { importId } } as const;
    return redirect({ href, locale });
  }
  const { error, used } = await refusedPress(outcome, (refusal) => refusal);
  const show = (carats: string) => showDecimal(carats, locale);
  const params = used && {
    exported: show(used.exported),
    held: show(used.held),
    sum: show(used.sum),
  };
  return refused(state, formData, [], `correction.${error}`, params);
}
