"use server";

import { requestLocale, requireAnyOfficer } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { removeView, renameView } from "@/lib/reviews/commands/saved-views";
import { savedViewForm } from "@/lib/reviews/schema";

/** Gives a view another name. */
export async function rename(
  viewId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAnyOfficer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(savedViewForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const renamed = await renameView(viewer, viewId, parsed.value.name);
  if (!renamed.ok && renamed.error === "nameTaken") {
    return refused(state, formData, [{ field: "name", key: "savedView.nameTaken" }]);
  }
  return redirect({ href: "/office/queue/views", locale });
}

/** Takes a view away; what it showed stays in the queue. */
export async function remove(viewId: string): Promise<never> {
  const viewer = await requireAnyOfficer();
  await removeView(viewer, viewId);
  return redirect({ href: "/office/queue/views", locale: await requestLocale() });
}
