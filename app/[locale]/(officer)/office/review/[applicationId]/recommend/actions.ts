"use server";

import { backToQueue } from "@/app/[locale]/(officer)/office/_desk/place";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reviewProblems } from "@/lib/reviews/problems";
import { readChecklist } from "@/lib/reviews/read-checklist";
import { refusalForm } from "@/lib/reviews/schema";

/** Recommends rejecting, with the ground in the Act and the reasons. */
export async function recommendRejection(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  // What is typed is shown as the letter; nothing is judged yet.
  if (formData.get("intent") === "preview") return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(refusalForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const recommended = await recommend(viewer, applicationId, {
    outcome: "reject",
    ...parsed.value,
    checklist: readChecklist(formData, locale).value,
  });
  if (!recommended.ok)
    return refused(state, formData, ...(await refusedPress(recommended, reviewProblems)));
  return backToQueue(applicationId);
}
