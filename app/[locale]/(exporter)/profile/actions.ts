"use server";

import { refresh } from "next/cache";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { createExporter } from "@/lib/exporters/commands/create";
import { saveExporter } from "@/lib/exporters/commands/save";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { exporterProfileForm } from "@/lib/exporters/schema";
import { errorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { isUuid } from "@/lib/row-id";

/** Registers a profile; the token in the form makes a second press harmless. */
export async function createProfile(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(exporterProfileForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(exporterProfileForm, parsed.errors));
  const token = textOf(formData, "creationToken");
  if (!isUuid(token)) return refused(state, formData, [], errorKey("form.gone"));
  const created = await createExporter(viewer, parsed.value, token);
  if (!created.ok) {
    if (created.error === "notFound") return refused(state, formData, [], errorKey("form.gone"));
    const key = errorKey("profile.legalName.alreadyYours");
    return refused(state, formData, [{ field: "legalName", key, params: {} }]);
  }
  // The bar says for whom the reader acts: with script it must be read anew.
  refresh();
  return redirect({ href: { pathname: "/profile", query: { saved: "1" } }, locale });
}

/** Changes a profile, for its owner. */
export async function changeProfile(
  exporterId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(exporterProfileForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(exporterProfileForm, parsed.errors));
  const version = Number(textOf(formData, "version"));
  const saved = await saveExporter(viewer, exporterId, parsed.value, version);
  if (!saved.ok) {
    if (saved.error === "changedMeanwhile") {
      return refused(state, formData, [], errorKey("form.changedMeanwhile"));
    }
    const why = await whyRefused(viewer, { kind: "exporter", id: exporterId });
    return refused(state, formData, [], errorKey(`form.${why}`));
  }
  refresh();
  return redirect({ href: { pathname: "/profile", query: { saved: "1" } }, locale });
}

function textOf(formData: FormData, name: string): string {
  const value = formData.get(name);
  return typeof value === "string" ? value : "";
}
