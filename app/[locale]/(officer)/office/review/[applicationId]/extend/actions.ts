"use server";

import { fileHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { todayInOttawa } from "@/lib/clock";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { extend } from "@/lib/reviews/commands/extend";
import { reviewProblems } from "@/lib/reviews/problems";
import { extensionForm } from "@/lib/reviews/schema";

/** Gives the exporter a later day to answer by. */
export async function extendFile(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(extensionForm(todayInOttawa()), formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const extended = await extend(viewer, applicationId, parsed.value);
  if (!extended.ok && extended.error === "notLater") {
    return refused(state, formData, [{ field: "dueOn", key: "review.notLater" }]);
  }
  if (!extended.ok)
    return refused(state, formData, ...(await refusedPress(extended, reviewProblems)));
  return redirect({ href: await fileHref(applicationId), locale });
}
