"use server";

import { backToQueue } from "@/app/[locale]/(officer)/office/_desk/place";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress, shownAgain } from "@/lib/forms/language-press";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reviewProblems } from "@/lib/reviews/problems";
import { readChecklist } from "@/lib/reviews/read-checklist";
import { checklistForm, reviewLimits } from "@/lib/reviews/schema";

/** Recommends issuing: what was read from the papers, the answers and the reasons, at once. */
export async function recommendIssue(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  const locale = await requestLocale();
  if (isLanguagePress(formData)) {
    return shownAgain(state, formData, { fields: checklistForm.fields, locale });
  }
  const checklist = readChecklist(formData, locale);
  const reasons = typedValues(formData)["reasons"] ?? "";
  // A figure that could not be read counts as missing, so this cannot pass while there are problems.
  const recommended = await recommend(viewer, applicationId, {
    outcome: "issue",
    reasons: reasons.trim().slice(0, reviewLimits.reasons),
    checklist: checklist.value,
  });
  if (recommended.ok) return backToQueue(applicationId);
  const [problems, formProblem, params] = await refusedPress(recommended, reviewProblems);
  const unread = checklist.problems;
  const others = problems.filter(({ field }) => unread.every((problem) => problem.field !== field));
  return refused(state, formData, [...unread, ...others], formProblem, params);
}
