"use server";

import { proposed } from "@/app/[locale]/(officer)/office/reference/_parts/proposed";
import { proposeNew } from "@/lib/amendments/commands/propose";
import { kindNamed } from "@/lib/amendments/kinds";
import { rowForm } from "@/lib/amendments/schema";
import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";

/** Proposes a new row of a kind. */
export async function proposeRow(
  kindPart: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const kind = kindNamed(kindPart);
  if (!kind) return refused(state, formData, [], "form.gone");
  const parsed = parseForm(rowForm(kind, true), formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const { row, effectiveFrom, source, why } = parsed.value;
  const outcome = await proposeNew(viewer, kind, row, { effectiveFrom, source, reason: why });
  return proposed(outcome, state, formData);
}
