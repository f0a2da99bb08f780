"use server";

import { answer } from "../answer";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { startReplacement } from "@/lib/certificates/commands/replace";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";

/** Starts the application to replace the certificate. */
export async function start(
  certificateId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const token = typedValues(formData)["creationToken"] ?? "";
  const started = await startReplacement(viewer, certificateId, token);
  if (!started.ok) return answer(viewer, certificateId, state, formData, started);
  const { applicationId } = started.value;
  return redirect({
    href: { pathname: "/applications/[applicationId]", params: { applicationId } },
    locale: await requestLocale(),
  });
}
