"use server";

import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { todayInOttawa } from "@/lib/clock";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress, shownAgain } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { register } from "@/lib/imports/commands/register";
import { registerProblems } from "@/lib/imports/refusal";
import { registerForm } from "@/lib/imports/schema-register";

/** Enters a certificate in the register: of an announcement, a scan of a message, or an importer that was chosen. */
export async function registerImport(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  const locale = await requestLocale();
  const form = registerForm(todayInOttawa(), locale);
  if (isLanguagePress(formData)) {
    return shownAgain(state, formData, { fields: form.fields, locale });
  }
  const parsed = parseForm(form, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const said = (name: string) => {
    const value = formData.get(name);
    return typeof value === "string" ? value : "";
  };
  const announcementId = said("announcement");
  const documentId = said("document");
  const of = announcementId
    ? { announcementId, version: Number(said("read")) }
    : documentId
      ? { documentId }
      : { exporterId: said("importer") };
  const registered = await register(viewer, of, parsed.value, said("token"));
  if (!registered.ok)
    return refused(state, formData, ...(await refusedPress(registered, registerProblems)));
  return redirect({
    href: {
      pathname: "/office/imports/[importId]",
      params: { importId: registered.value.importCertificateId },
    },
    locale,
  });
}
