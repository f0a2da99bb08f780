import "server-only";
import { certificateHref } from "./certificate-href";
import { requestLocale } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { lifeProblems, type LifeError } from "@/lib/certificates/life/problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { redirect } from "@/lib/i18n/navigation";

/** After an officer's press about a certificate: back to it, or what stood in the way. */
export async function answer(
  certificateId: string,
  state: FormState,
  formData: FormData,
  outcome: { readonly ok: true } | { readonly ok: false; readonly error: LifeError },
): Promise<FormState> {
  if (outcome.ok) {
    return redirect({ href: certificateHref(certificateId), locale: await requestLocale() });
  }
  return refused(state, formData, ...(await refusedPress(outcome, lifeProblems)));
}
