"use server";

import { refresh } from "next/cache";
import { doneHref } from "./done-notice";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { cancelInvitation } from "@/lib/exporters/commands/cancel-invitation";
import { invite, type InviteError } from "@/lib/exporters/commands/invite";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { invitationForm } from "@/lib/exporters/schema-mandates";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Where a refusal is told: beside the field that can be changed, else above the form. */
const onField: Partial<Record<InviteError, { field: string; key: ErrorKey }>> = {
  pastDay: { field: "endsOn", key: errorKey("mandate.endsOn.past") },
  self: { field: "email", key: errorKey("mandate.self") },
  alreadyActs: { field: "email", key: errorKey("mandate.alreadyActs") },
  alreadyInvited: { field: "email", key: errorKey("mandate.alreadyInvited") },
  tooManyToOne: { field: "email", key: errorKey("mandate.tooManyToOne") },
};

/** Invites somebody to act for the profile or to own it too. */
export async function inviteSomebody(
  exporterId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(invitationForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(invitationForm, parsed.errors));
  const invited = await invite(viewer, exporterId, parsed.value);
  if (invited.ok) {
    // It leads to the page that is already open: with script that page must be read anew.
    refresh();
    return redirect({ href: doneHref(exporterId, "invited"), locale });
  }
  const problem = onField[invited.error];
  if (problem) return refused(state, formData, [problem]);
  if (invited.error === "tooManyOpen" || invited.error === "tooManyNow") {
    return refused(state, formData, [], errorKey(`mandate.${invited.error}`));
  }
  const why = await whyRefused(viewer, { kind: "exporter", id: exporterId });
  return refused(state, formData, [], errorKey(`form.${why}`));
}

/** Takes an open invitation back. */
export async function cancelOpenInvitation(exporterId: string, invitationId: string) {
  const viewer = await requireExporter();
  const cancelled = await cancelInvitation(viewer, exporterId, invitationId);
  refresh();
  const done = doneHref(exporterId, cancelled.ok ? "cancelled" : "late");
  return redirect({ href: done, locale: await requestLocale() });
}
