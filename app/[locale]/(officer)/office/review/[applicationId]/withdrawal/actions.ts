"use server";

import { fileHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { acceptWithdrawal, refuseWithdrawal } from "@/lib/reviews/commands/answer-withdrawal";
import { reviewProblems } from "@/lib/reviews/problems";
import { reasonForm } from "@/lib/reviews/schema";

/** Ends the application as its exporter asked. */
export async function accept(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const accepted = await acceptWithdrawal(viewer, applicationId, requestIn(formData));
  if (!accepted.ok)
    return refused(state, formData, ...(await refusedPress(accepted, reviewProblems)));
  return leadBack(applicationId);
}

/** Goes on with the review, and tells the exporter why. */
export async function refuse(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const parsed = parseForm(reasonForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const { reason } = parsed.value;
  const answered = await refuseWithdrawal(viewer, applicationId, requestIn(formData), reason);
  if (!answered.ok)
    return refused(state, formData, ...(await refusedPress(answered, reviewProblems)));
  return leadBack(applicationId);
}

const requestIn = (formData: FormData) => typedValues(formData)["request"] ?? "";

async function leadBack(applicationId: string): Promise<never> {
  return redirect({ href: await fileHref(applicationId), locale: await requestLocale() });
}
