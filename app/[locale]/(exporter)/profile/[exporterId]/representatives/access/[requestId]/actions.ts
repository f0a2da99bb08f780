"use server";

import { doneHref } from "@/app/[locale]/(exporter)/profile/[exporterId]/representatives/done-notice";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { answerAccess, type AnswerAccessError } from "@/lib/exporters/commands/answer-access";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { termsForm } from "@/lib/exporters/schema-mandates";
import { errorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Lets the person who asks act for the profile, on these terms, from now on. */
export async function acceptRequest(
  exporterId: string,
  requestId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(termsForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(termsForm, parsed.errors));
  const answered = await answerAccess(viewer, exporterId, requestId, parsed.value);
  if (answered.ok) return redirect({ href: doneHref(exporterId, "accepted"), locale });
  return tell(exporterId, answered.error, state, formData);
}

/** Refuses the person who asks. */
export async function refuseRequest(
  exporterId: string,
  requestId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const answered = await answerAccess(viewer, exporterId, requestId, null);
  if (answered.ok) return redirect({ href: doneHref(exporterId, "refused"), locale });
  return tell(exporterId, answered.error, state, formData);
}

async function tell(
  exporterId: string,
  error: AnswerAccessError,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter();
  switch (error) {
    case "pastDay":
      return refused(state, formData, [{ field: "endsOn", key: errorKey("mandate.endsOn.past") }]);
    case "answered":
      return refused(state, formData, [], errorKey("mandate.answered"));
    case "alreadyActs":
      return refused(state, formData, [], errorKey("mandate.requestActs"));
    case "notFound": {
      const why = await whyRefused(viewer, { kind: "exporter", id: exporterId });
      return refused(state, formData, [], errorKey(`form.${why}`));
    }
  }
}
