"use server";

import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { changeRoles, restore, suspend } from "@/lib/officers/commands/change";
import { officerProblems } from "@/lib/officers/problems";
import { rolesForm, standingForm } from "@/lib/officers/schema";

/** Gives the officer the ticked roles. */
export async function saveRoles(
  userId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const locale = await requestLocale();
  const parsed = parseForm(rolesForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const changed = await changeRoles(viewer, userId, parsed.value, seenIn(formData));
  if (!changed.ok)
    return refused(state, formData, ...(await refusedPress(changed, officerProblems)));
  return redirect({ href: { pathname: "/office/users/[userId]", params: { userId } }, locale });
}

/** Takes the officer's access away. */
export async function suspendOfficer(
  userId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const locale = await requestLocale();
  const parsed = parseForm(standingForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const suspended = await suspend(viewer, userId, parsed.value.why, seenIn(formData));
  if (!suspended.ok)
    return refused(state, formData, ...(await refusedPress(suspended, officerProblems)));
  return redirect({ href: { pathname: "/office/users/[userId]", params: { userId } }, locale });
}

/** Gives the officer the access back. */
export async function restoreOfficer(
  userId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const locale = await requestLocale();
  const parsed = parseForm(standingForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const restored = await restore(viewer, userId, parsed.value.why, seenIn(formData));
  if (!restored.ok)
    return refused(state, formData, ...(await refusedPress(restored, officerProblems)));
  return redirect({ href: { pathname: "/office/users/[userId]", params: { userId } }, locale });
}

/** The newest change that the page showed. */
function seenIn(formData: FormData): string {
  const seen = formData.get("seen");
  return typeof seen === "string" ? seen : "";
}
