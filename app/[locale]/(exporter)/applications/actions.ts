"use server";

import { refresh } from "next/cache";
import { leadAway } from "./[applicationId]/lead-away";
import { sectionHref, tasksHref } from "./[applicationId]/section-href";
import { copyApplication } from "@/lib/applications/commands/copy";
import { findApplication } from "@/lib/applications/queries/find";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { redirect } from "@/lib/i18n/navigation";

/** Starts a new application like this one; the token in the form makes a second press harmless. */
export async function repeat(sourceId: string, formData: FormData) {
  const viewer = await requireExporter();
  const token = formData.get("creationToken");
  const copied = await copyApplication(viewer, sourceId, typeof token === "string" ? token : "");
  if (!copied.ok) return leadAway(viewer, sourceId);
  const { applicationId } = copied.value;
  const copy = await findApplication(viewer, applicationId);
  // Who may submit it finds all of it, and what is missing, on one page.
  const href = copy?.permissions.includes("submit")
    ? sectionHref("summary", applicationId)
    : tasksHref(applicationId);
  // The bar names the profile of the application: with script it must be read anew.
  refresh();
  return redirect({ href, locale: await requestLocale() });
}
