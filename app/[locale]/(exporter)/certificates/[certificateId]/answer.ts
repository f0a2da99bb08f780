import "server-only";
import { certificateHref } from "./certificate-href";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { requestLocale } from "@/lib/auth/current";
import { lifeProblems, type LifeError } from "@/lib/certificates/life/problems";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { errorKey } from "@/lib/forms/error-key";
import { refused, type FormState } from "@/lib/forms/form-state";
import { redirect } from "@/lib/i18n/navigation";

/** After an exporter's press about a certificate: back to it, or what stood in the way. */
export async function answer(
  viewer: ExporterViewer,
  certificateId: string,
  state: FormState,
  formData: FormData,
  outcome: { readonly ok: true } | { readonly ok: false; readonly error: LifeError },
): Promise<FormState> {
  if (outcome.ok) {
    return redirect({ href: certificateHref(certificateId), locale: await requestLocale() });
  }
  if (outcome.error === "notFound") {
    const why = await whyRefused(viewer, { kind: "certificate", id: certificateId });
    return refused(state, formData, [], errorKey(`form.${why}`));
  }
  return refused(state, formData, ...lifeProblems(outcome));
}
