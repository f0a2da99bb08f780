"use server";

import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { answerAnnouncement } from "@/lib/imports/commands/answer-announcement";
import { registerProblems } from "@/lib/imports/refusal";
import { answerForm } from "@/lib/imports/schema-answer";

/** Shows the letter, or sends it: the announcement goes back to its exporter, or ends. */
export async function answer(
  announcementId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  // Enter in a field shows the letter too: only the button that says so sends it.
  if (formData.get("intent") !== "send") {
    return { problems: [], values: typedValues(formData), attempt: state.attempt + 1 };
  }
  const locale = await requestLocale();
  const parsed = parseForm(answerForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const version = Number(formData.get("version"));
  const answered = await answerAnnouncement(viewer, announcementId, parsed.value, version);
  if (!answered.ok)
    return refused(state, formData, ...(await refusedPress(answered, registerProblems)));
  return redirect({ href: "/office/imports", locale });
}
