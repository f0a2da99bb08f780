"use server";

import { requestLocale, requireViewer } from "@/lib/auth/current";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { changeDetails } from "@/lib/people/commands/change-details";
import { detailsForm } from "@/lib/people/schema";

/** Changes what the reader says of themselves. */
export async function saveDetails(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(detailsForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(detailsForm, parsed.errors));
  await changeDetails(viewer, parsed.value);
  return redirect({ href: { pathname: "/account", query: { saved: "1" } }, locale });
}
