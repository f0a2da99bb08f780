"use server";

import { refusalKey } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import { leadAway } from "@/app/[locale]/(exporter)/applications/[applicationId]/lead-away";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { askToWithdraw, takeBackWithdrawal } from "@/lib/applications/commands/ask-to-withdraw";
import { withdrawForm } from "@/lib/applications/schema-withdraw";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { errorKey } from "@/lib/forms/error-key";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Asks the office to end the application, with the reason. */
export async function ask(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(withdrawForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const asked = await askToWithdraw(viewer, applicationId, parsed.value.reason);
  if (asked.ok) return redirect({ href: tasksHref(applicationId), locale });
  const problem =
    asked.error === "notFound"
      ? await refusalKey(viewer, applicationId)
      : errorKey(`withdraw.${asked.error}`);
  return refused(state, formData, [], problem);
}

/** Takes the request back: the review goes on. */
export async function takeBackRequest(applicationId: string) {
  const viewer = await requireExporter();
  const locale = await requestLocale();
  const taken = await takeBackWithdrawal(viewer, applicationId);
  if (taken.ok) return redirect({ href: tasksHref(applicationId), locale });
  if (taken.error === "notFound") return leadAway(viewer, applicationId);
  const href = { ...tasksHref(applicationId), query: { moved: "1" } };
  return redirect({ href, locale });
}
