"use server";

import { requestLocale, requireReviewerOrSignatory } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { drawnForOther } from "@/lib/auth/drawn-for";
import { askToConfirm } from "@/lib/certificates/commands/ask-to-confirm";
import { resolveDifferences } from "@/lib/certificates/commands/resolve-differences";
import { lifeProblems } from "@/lib/certificates/problems";
import { askForm, resolutionForm } from "@/lib/certificates/schema-receipt";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

const certificatePage = "/office/certificates/[certificateId]";

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
  const locale = await requestLocale();
  const parsed = parseForm(askForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const asked = await askToConfirm(viewer, certificateId, parsed.value);
  if (!asked.ok) return refused(state, formData, ...(await refusedPress(asked, lifeProblems)));
  return redirect({ href: { pathname: certificatePage, params: { certificateId } }, locale });
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
  const locale = await requestLocale();
  const parsed = parseForm(resolutionForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const { note } = parsed.value;
  const resolved = await resolveDifferences(viewer, certificateId, receiptId, note);
  if (!resolved.ok) {
    return refused(state, formData, ...(await refusedPress(resolved, lifeProblems)));
  }
  return redirect({ href: { pathname: certificatePage, params: { certificateId } }, locale });
}
