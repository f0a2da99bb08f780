"use server";

import { backToQueue } from "@/app/[locale]/(officer)/office/_desk/place";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { todayInOttawa } from "@/lib/clock";
import { refused, typedValues, type FormState, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { reviewProblems } from "@/lib/reviews/problems";
import { returnForm } from "@/lib/reviews/schema";
import { rowsOf, withRowAdded, withRowRemoved } from "./rows";

/** Adds or removes a request, shows the notice, or returns the application. */
export async function returnFile(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const values = typedValues(formData);
  const intent = values["intent"] ?? "";
  const again = { problems: [], attempt: state.attempt + 1 };
  const removed = /^remove-(\d{1,3})$/.exec(intent)?.[1];
  if (removed !== undefined) return { ...again, values: withRowRemoved(values, Number(removed)) };
  if (intent === "add") return { ...again, values: withRowAdded(values) };
  // Enter in a field shows the notice too: only the button that says so returns the application.
  if (intent !== "return") return { ...again, values };

  const parsed = parseForm(returnForm(todayInOttawa()), formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const returned = await returnForChanges(viewer, applicationId, parsed.value);
  if (!returned.ok) {
    const [problems, ...rest] = await refusedPress(returned, reviewProblems);
    return refused(state, formData, problems.map(inRow(rowsOf(values))), ...rest);
  }
  return backToQueue(applicationId);
}

/** The command counts the requests; in the form rows may have been taken away between them. */
const inRow =
  (rows: readonly number[]) =>
  (problem: Problem): Problem => ({
    ...problem,
    field: problem.field.replace(/\[(\d+)\]/, (_, i: string) => `[${rows[Number(i)] ?? i}]`),
  });
