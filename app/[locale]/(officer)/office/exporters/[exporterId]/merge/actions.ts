"use server";

import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { proposeMerge } from "@/lib/exporters/commands/merge";
import { mergeForm } from "@/lib/exporters/schema-merge";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Proposes that the profile become part of another. */
export async function propose(
  exporterId: string,
  intoId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const locale = await requestLocale();
  const parsed = parseForm(mergeForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const proposed = await proposeMerge(viewer, exporterId, intoId, parsed.value.reason);
  if (!proposed.ok) return refused(state, formData, [], `merge.${proposed.error}`);
  const { mergeId } = proposed.value;
  return redirect({ href: { pathname: "/office/merges/[mergeId]", params: { mergeId } }, locale });
}
