"use server";

import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { receiveOriginal } from "@/lib/imports/commands/receive-original";
import { registerProblems } from "@/lib/imports/refusal";
import { originalForm } from "@/lib/imports/schema-original";

/** Records the day on which the original came, or corrects the one that the page showed. */
export async function recordOriginal(
  importId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const seen = formData.get("seen");
  const parsed = parseForm(originalForm(seen !== null), formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const { on, reason = "" } = parsed.value;
  const received = await receiveOriginal(viewer, importId, {
    on,
    ...(typeof seen === "string" ? { instead: { of: seen, reason } } : {}),
  });
  if (!received.ok)
    return refused(state, formData, ...(await refusedPress(received, registerProblems)));
  return redirect({
    href: { pathname: "/office/imports/[importId]", params: { importId } },
    locale,
  });
}
