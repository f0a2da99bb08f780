"use server";

import { answer } from "../answer";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { stateLoss } from "@/lib/certificates/commands/loss";
import { lossForm } from "@/lib/certificates/life/schema";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";

/** States that the certificate is lost or stolen. */
export async function state(
  certificateId: string,
  before: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(before, formData, []);
  const parsed = parseForm(lossForm, formData, await requestLocale());
  if (!parsed.ok) return refused(before, formData, parsed.errors);
  const outcome = await stateLoss(viewer, certificateId, parsed.value);
  return answer(viewer, certificateId, before, formData, outcome);
}
