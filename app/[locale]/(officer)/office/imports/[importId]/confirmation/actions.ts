"use server";

import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { confirmImport } from "@/lib/imports/commands/confirm";
import { registerProblems } from "@/lib/imports/refusal";
import { confirmationForm } from "@/lib/imports/schema-confirmation";

/** Confirms to the exporting authority that the shipment has arrived. */
export async function confirmArrival(
  importId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(confirmationForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const confirmed = await confirmImport(
    viewer,
    importId,
    parsed.value,
    Number(formData.get("after")),
  );
  if (!confirmed.ok)
    return refused(state, formData, ...(await refusedPress(confirmed, registerProblems)));
  return redirect({
    href: {
      pathname: "/office/imports/[importId]",
      params: { importId },
      query: { confirmed: "1" },
    },
    locale,
  });
}
