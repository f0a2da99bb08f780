"use server";

import { proposed } from "@/app/[locale]/(officer)/office/reference/_parts/proposed";
import { proposeEnd } from "@/lib/amendments/commands/propose";
import { kindNamed } from "@/lib/amendments/kinds";
import { endForm } from "@/lib/amendments/schema";
import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";

/** Proposes the last day of a row. */
export async function proposeLastDay(
  kindPart: string,
  key: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const kind = kindNamed(kindPart);
  if (!kind) return refused(state, formData, [], "form.gone");
  const parsed = parseForm(endForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const { lastDay, source, why } = parsed.value;
  const outcome = await proposeEnd(viewer, kind, key, { lastDay, source, reason: why });
  if (!outcome.ok && outcome.error === "endsBefore") {
    return refused(state, formData, [{ field: "lastDay", key: "reference.endsBefore" }]);
  }
  return proposed(outcome, state, formData);
}
