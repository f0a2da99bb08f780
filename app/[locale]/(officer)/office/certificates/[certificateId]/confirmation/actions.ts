"use server";

import { answer } from "../answer";
import { requestLocale, requireReviewerOrSignatory } from "@/lib/auth/current";
import { drawnForOther } from "@/lib/auth/drawn-for";
import { askToConfirm } from "@/lib/certificates/commands/ask-to-confirm";
import { resolveDifferences } from "@/lib/certificates/commands/resolve-differences";
import { askForm, resolutionForm } from "@/lib/certificates/receipt/schema";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";

/** Sends the importing authority a link by which it confirms the import. */
export async function ask(
  certificateId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const parsed = parseForm(askForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const asked = await askToConfirm(viewer, certificateId, parsed.value);
  return answer(certificateId, state, formData, asked);
}

/** Records what became of the differences in a receipt. */
export async function resolve(
  certificateId: string,
  receiptId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const parsed = parseForm(resolutionForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const { note } = parsed.value;
  const resolved = await resolveDifferences(viewer, certificateId, receiptId, note);
  return answer(certificateId, state, formData, resolved);
}
