"use server";

import { refresh } from "next/cache";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { requestAccess, withdrawAccessRequest } from "@/lib/exporters/commands/request-access";
import { accessRequestForm } from "@/lib/exporters/schema-mandates";
import { errorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Asks to act for the business of a number. The answer is the same whether the portal knows it or not. */
export async function askForAccess(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(accessRequestForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(accessRequestForm, parsed.errors));
  const asked = await requestAccess(viewer, parsed.value);
  if (!asked.ok) {
    if (asked.error !== "alreadyOpen") {
      return refused(state, formData, [], errorKey(`access.${asked.error}`));
    }
    const key = errorKey("access.alreadyOpen");
    return refused(state, formData, [{ field: "businessNumber", key }]);
  }
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirect({ href: { pathname: "/profile/access", query: { sent: "1" } }, locale });
}

/** Takes one's own open request back. */
export async function withdrawRequest(requestId: string) {
  const viewer = await requireExporter();
  const withdrawn = await withdrawAccessRequest(viewer, requestId);
  refresh();
  const query = withdrawn.ok ? { withdrawn: "1" } : {};
  return redirect({ href: { pathname: "/profile/access", query }, locale: await requestLocale() });
}
