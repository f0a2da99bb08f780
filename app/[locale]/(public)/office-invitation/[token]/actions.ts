"use server";

import { requestLocale, requireExporter } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";
import { acceptInvitation } from "@/lib/officers/commands/accept";
import { officerProblems } from "@/lib/officers/problems";

/** Joins the office; the first useful page is the desk. */
export async function acceptOfficerInvitation(
  token: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const accepted = await acceptInvitation(viewer, token);
  if (!accepted.ok) return refused(state, formData, ...officerProblems(accepted));
  return redirect({ href: "/office/queue", locale: await requestLocale() });
}
