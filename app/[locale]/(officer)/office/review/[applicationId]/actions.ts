"use server";

import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";
import { parseForm } from "@/lib/forms/parse-form";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reviewProblems } from "@/lib/reviews/problems";
import { readChecklist } from "@/lib/reviews/read-checklist";
import { reasonsForm } from "@/lib/reviews/schema";

/** Recommends issuing: what was read from the papers, the answers and the reasons, at once. */
export async function recommendIssue(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer();
  const locale = await requestLocale();
  const checklist = readChecklist(formData, locale);
  const written = parseForm(reasonsForm, formData, locale);
  const problems = [...checklist.problems, ...(written.ok ? [] : written.errors)];
  if (!written.ok || problems.length > 0) return refused(state, formData, problems);

  const recommended = await recommend(viewer, applicationId, {
    outcome: "issue",
    reasons: written.value.reasons,
    checklist: checklist.value,
  });
  if (!recommended.ok) {
    return refused(state, formData, ...reviewProblems(recommended));
  }
  return redirect({ href: "/office/queue", locale });
}
