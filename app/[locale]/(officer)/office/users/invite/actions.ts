"use server";

import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { invite } from "@/lib/officers/commands/invite";
import { officerProblems } from "@/lib/officers/problems";
import { inviteForm } from "@/lib/officers/schema";

/** Sends the invitation. */
export async function inviteOfficer(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const locale = await requestLocale();
  const parsed = parseForm(inviteForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const invited = await invite(viewer, parsed.value);
  if (!invited.ok)
    return refused(state, formData, ...(await refusedPress(invited, officerProblems)));
  return redirect({ href: "/office/users", locale });
}
