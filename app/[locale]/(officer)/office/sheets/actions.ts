"use server";

import { refresh } from "next/cache";
import { requestLocale, requireReviewerOrSignatory } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { destroySheets, receiveSheets, spoilSheets } from "@/lib/certificates/commands/sheets";
import { lifeProblems } from "@/lib/certificates/life/problems";
import { sheetsForm } from "@/lib/certificates/life/schema";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Records that numbered sheets came, were spoiled or were destroyed. */
export async function moveSheets(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(sheetsForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const { move, first, last, reason = "" } = parsed.value;
  const outcome =
    move === "received"
      ? await receiveSheets(viewer, { first, last })
      : await (move === "spoiled" ? spoilSheets : destroySheets)(viewer, { first, last, reason });
  if (!outcome.ok) {
    const [problems, whole] = await refusedPress(outcome, lifeProblems);
    const beside = problems.map((problem) => ({ ...problem, field: "first" }));
    return refused(state, formData, beside, whole);
  }
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirect({ href: "/office/sheets", locale });
}
