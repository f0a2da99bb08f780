"use server";

import { requestLocale, requireViewer } from "@/lib/auth/current";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { setPreferences } from "@/lib/notices/commands/set-preferences";
import { preferencesForm } from "@/lib/notices/schema";

/** Keeps which notices come by email as well, and the language of the reader. */
export async function savePreferences(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(preferencesForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(preferencesForm, parsed.errors));
  const set = await setPreferences(viewer, parsed.value);
  if (!set.ok) return refused(state, formData, [], `notices.channel.${set.error}`);
  return redirect({ href: { pathname: "/notices/preferences", query: { saved: "1" } }, locale });
}
