"use server";

import { requestLocale, requireViewer } from "@/lib/auth/current";
import { errorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { requestAddress } from "@/lib/people/commands/send-link";
import { addressForm } from "@/lib/people/schema";

/** Sends a link to a new address. The answer is the same whoever's address it is. */
export async function changeAddress(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(addressForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(addressForm, parsed.errors));
  const sent = await requestAddress(viewer, parsed.value.email);
  if (sent.ok) return redirect({ href: "/account/email", locale });
  if (sent.error === "unchanged") {
    const problem = { field: "email", key: errorKey("person.email.unchanged") };
    return refused(state, formData, [problem]);
  }
  return refused(state, formData, [], errorKey(`person.link.${sent.error}`));
}
