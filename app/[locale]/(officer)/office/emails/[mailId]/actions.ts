"use server";

import { requestLocale, requireAnyButAuditor } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import type { ErrorKey } from "@/lib/forms/error-key";
import { refused, type FormState, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { dismissMail } from "@/lib/mail/commands/dismiss";
import { sendAgain, type AgainError } from "@/lib/mail/commands/send-again";
import { againForm } from "@/lib/mail/schema-again";

/** Sends the mail again, in the language that was chosen. */
export async function sendOnceMore(
  mailId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAnyButAuditor(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(againForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const sent = await sendAgain(viewer, mailId, parsed.value);
  if (!sent.ok) return refused(state, formData, ...(await refusedPress(sent, problems)));
  return redirect({
    href: {
      pathname: "/office/emails/[mailId]",
      params: { mailId: sent.value.copyId },
      query: { asked: "1" },
    },
    locale,
  });
}

/** Leaves a mail that was never sent at that. */
export async function dismiss(
  mailId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAnyButAuditor(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const done = await dismissMail(viewer, mailId);
  // Somebody else was quicker: the list says what stands.
  if (!done.ok && done.error !== "over") {
    return refused(state, formData, ...(await refusedPress({ error: done.error }, problems)));
  }
  return redirect({
    href: { pathname: "/office/emails", query: { view: "neverSent" } },
    locale: await requestLocale(),
  });
}

function problems({ error }: { error: AgainError }): [readonly Problem[], ErrorKey] {
  return [[], `mail.again.${error}`];
}
