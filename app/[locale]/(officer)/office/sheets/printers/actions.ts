"use server";

import { refresh } from "next/cache";
import { requestLocale, requireReviewerOrSignatory } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { setPrinter } from "@/lib/certificates/commands/printers";
import { lifeProblems } from "@/lib/certificates/life/problems";
import { printerForm } from "@/lib/certificates/life/schema";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Sets a printer of pre-printed sheets, a new one or one that is known. */
export async function savePrinter(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(printerForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const outcome = await setPrinter(viewer, parsed.value);
  if (!outcome.ok) return refused(state, formData, ...(await refusedPress(outcome, lifeProblems)));
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirect({ href: "/office/sheets/printers", locale });
}
