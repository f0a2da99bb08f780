"use server";

import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";
import { cancelInvitation } from "@/lib/officers/commands/invite";
import { officerProblems } from "@/lib/officers/problems";

/** Cancels an invitation that nobody has accepted. */
export async function withdrawInvitation(
  invitationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const cancelled = await cancelInvitation(viewer, invitationId);
  if (!cancelled.ok)
    return refused(state, formData, ...(await refusedPress(cancelled, officerProblems)));
  return redirect({ href: "/office/users", locale: await requestLocale() });
}
