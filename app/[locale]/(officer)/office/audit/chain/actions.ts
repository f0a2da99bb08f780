"use server";

import { requestLocale, requireOfficer } from "@/lib/auth/current";
import { check } from "@/lib/audit/commands/check";
import { chainForm } from "@/lib/audit/schema-chain";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Reads the chain again now, whole or for some days; the result is an entry and stands on the page. */
export async function checkNow(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireOfficer("administrator", "auditor");
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(chainForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const checked = await check(viewer, parsed.value);
  if (!checked.ok) {
    const { error, limit } = checked;
    return refused(state, formData, [], `audit.${error}`, { limit });
  }
  return redirect({ href: "/office/audit/chain", locale });
}
