"use server";

import { fileHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { takeOver } from "@/lib/reviews/commands/take-over";
import { reviewProblems } from "@/lib/reviews/problems";
import { reasonForm } from "@/lib/reviews/schema";

/** Takes the file from the holder that the page showed. */
export async function takeOverFile(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(reasonForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const from = formData.get("from");
  const taken = await takeOver(viewer, applicationId, {
    from: typeof from === "string" ? from : "",
    reason: parsed.value.reason,
  });
  if (!taken.ok) return refused(state, formData, ...(await refusedPress(taken, reviewProblems)));
  return redirect({ href: await fileHref(applicationId), locale });
}
