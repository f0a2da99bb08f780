"use server";

import { proposed } from "@/app/[locale]/(officer)/office/reference/_parts/proposed";
import { switchOff } from "@/lib/amendments/commands/propose";
import { switchOffForm } from "@/lib/amendments/schema";
import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";

/** Takes a participant off the Schedule at once. */
export async function switchOffNow(
  key: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const parsed = parseForm(switchOffForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const { order, registeredOn, why } = parsed.value;
  const outcome = await switchOff(viewer, key, { order, registeredOn, reason: why });
  if (!outcome.ok && outcome.error === "registeredLater") {
    return refused(state, formData, [{ field: "registeredOn", key: "reference.registeredLater" }]);
  }
  return proposed(outcome, state, formData);
}
