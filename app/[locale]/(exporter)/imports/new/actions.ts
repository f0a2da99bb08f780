"use server";

import { refresh } from "next/cache";
import { announcementHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { readAnnounced } from "@/app/[locale]/(exporter)/imports/read-announced";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { errorKey } from "@/lib/forms/error-key";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";
import { announceImport } from "@/lib/imports/commands/announce";

/** Keeps a new announcement as a draft; the token in the form makes a second press harmless. */
export async function startAnnouncement(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const read = await readAnnounced(formData, locale);
  const [exporterId, token] = ["exporterId", "creationToken"].map((name) => {
    const value = formData.get(name);
    return typeof value === "string" ? value : "";
  });
  if (!exporterId || !read.ok) {
    const field = "exporterId";
    const missing = exporterId ? [] : [{ field, key: errorKey("imports.exporter.required") }];
    return refused(state, formData, [...missing, ...(read.ok ? [] : read.problems)]);
  }
  const made = await announceImport(viewer, exporterId, read.announced, token ?? "");
  if (!made.ok) {
    const why = await whyRefused(viewer, { kind: "exporter", id: exporterId });
    return refused(state, formData, [], errorKey(`form.${why}`));
  }
  // The bar names the profile of the announcement: with script it must be read anew.
  refresh();
  return redirect({ href: announcementHref(made.value.announcementId), locale });
}
