"use server";

import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { takeBack, type TakeBackError } from "@/lib/broadcasts/commands/take-back";
import { takeBackForm } from "@/lib/broadcasts/schema";
import type { ErrorKey } from "@/lib/forms/error-key";
import { refused, type FormState, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Takes an announcement back before its time is over. */
export async function takeBackBroadcast(
  broadcastId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(takeBackForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const taken = await takeBack(viewer, broadcastId);
  if (taken.ok) {
    const href = { pathname: "/office/broadcasts/[broadcastId]", params: { broadcastId } } as const;
    return redirect({ href, locale });
  }
  return refused(state, formData, ...(await refusedPress(taken, problems)));
}

function problems({ error }: { error: TakeBackError }): [readonly Problem[], ErrorKey] {
  return [[], `broadcasts.${error}`];
}
