"use server";

import { refresh } from "next/cache";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { createApplication } from "@/lib/applications/commands/create";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { errorKey } from "@/lib/forms/error-key";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";

/** Starts an application for a profile; the token in the form makes a second press harmless. */
export async function startApplication(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const exporterId = formData.get("exporterId");
  const token = formData.get("creationToken");
  if (typeof exporterId !== "string" || exporterId === "") {
    const field = "exporterId";
    return refused(state, formData, [{ field, key: errorKey("applications.exporter.required") }]);
  }
  const created = await createApplication(
    viewer,
    exporterId,
    typeof token === "string" ? token : "",
  );
  if (!created.ok) {
    const why = await whyRefused(viewer, { kind: "exporter", id: exporterId });
    return refused(state, formData, [], errorKey(`form.${why}`));
  }
  // The bar names the profile of the application: with script it must be read anew.
  refresh();
  return redirect({ href: tasksHref(created.value.applicationId), locale: await requestLocale() });
}
