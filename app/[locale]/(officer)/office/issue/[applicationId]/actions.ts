"use server";

import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireSignatory } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { drawnForOther } from "@/lib/auth/drawn-for";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { reject } from "@/lib/reviews/commands/reject";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { reviewProblems } from "@/lib/reviews/problems";
import { reasonForm, refusalForm } from "@/lib/reviews/schema";

/** Issues the certificate: the act of the person authorized under section 6 of the Act. */
export async function issue(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  if (formData.get("read") !== "yes") {
    return refused(state, formData, [{ field: "read", key: "review.read.facts" }]);
  }
  const issued = await issueCertificate(viewer, applicationId, recommendationOf(formData));
  if (!issued.ok) return refused(state, formData, ...(await refusedPress(issued, reviewProblems)));
  const { certificateId } = issued.value;
  return redirect({
    href: { pathname: "/office/certificates/[certificateId]", params: { certificateId } },
    locale: await requestLocale(),
  });
}

/** Rejects the application, finally and with written reasons. */
export async function rejectFile(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  // What is typed is shown as the letter; nothing is judged yet.
  if (formData.get("intent") === "preview") return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(refusalForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const rejected = await reject(viewer, applicationId, parsed.value, recommendationOf(formData));
  if (!rejected.ok)
    return refused(state, formData, ...(await refusedPress(rejected, reviewProblems)));
  return redirect({ href: "/office/issue", locale });
}

/** Gives the file back to its reviewer, with the reason. */
export async function sendFileBack(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(reasonForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const sent = await sendBack(viewer, applicationId, parsed.value.reason);
  if (!sent.ok) return refused(state, formData, ...(await refusedPress(sent, reviewProblems)));
  return redirect({ href: "/office/issue", locale });
}

/** The recommendation that the page showed: whoever signs has read the one they follow. */
function recommendationOf(formData: FormData): string {
  const read = formData.get("recommendation");
  return typeof read === "string" ? read : "";
}
