"use server";

import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { enterFromPaper } from "@/lib/applications/commands/enter-from-paper";
import { paperForm } from "@/lib/applications/schema-paper";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { errorKey } from "@/lib/forms/error-key";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress, shownAgain } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Starts an application that came on paper; the token in the form makes a second press harmless. */
export async function startFromPaper(
  exporterId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  const locale = await requestLocale();
  const form = paperForm(todayInOttawa());
  if (isLanguagePress(formData)) {
    return shownAgain(state, formData, { fields: form.fields, locale });
  }
  const parsed = parseForm(form, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const token = formData.get("creationToken");
  const entered = await enterFromPaper(
    viewer,
    exporterId,
    parsed.value,
    typeof token === "string" ? token : "",
  );
  if (!entered.ok) return refused(state, formData, [], errorKey(`paper.${entered.error}`));
  return redirect({ href: tasksHref(entered.value.applicationId), locale });
}
