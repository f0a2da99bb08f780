"use server";

import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import type { ErrorKey } from "@/lib/forms/error-key";
import { refused, typedValues, type FormState, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { approveDisposals } from "@/lib/retention/commands/approve";
import { endHold, setHold, type HoldError } from "@/lib/retention/commands/hold";
import { endHoldForm, holdForm } from "@/lib/retention/schema";

/** Puts what has this number on hold. */
export async function putOnHold(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(holdForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const held = await setHold(viewer, parsed.value);
  if (!held.ok) return refused(state, formData, ...(await refusedPress(held, problems)));
  return redirect({ href: "/office/retention", locale });
}

/** Ends a hold, with a reason. */
export async function endTheHold(
  holdId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(endHoldForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const ended = await endHold(viewer, holdId, parsed.value.reason);
  if (!ended.ok) return refused(state, formData, ...(await refusedPress(ended, problems)));
  return redirect({ href: "/office/retention", locale });
}

/** Approves the disposals that the page showed. */
export async function approveShown(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const ids = (typedValues(formData)["ids"] ?? "").split(" ");
  const approved = await approveDisposals(viewer, ids);
  if (!approved.ok) return refused(state, formData, ...(await refusedPress(approved, problems)));
  return redirect({ href: "/office/retention", locale: await requestLocale() });
}

function problems({ error }: { error: HoldError }): [readonly Problem[], ErrorKey?] {
  if (error === "number.notFound") return [[{ field: "number", key: "hold.number.notFound" }]];
  return [[], `hold.${error}`];
}
