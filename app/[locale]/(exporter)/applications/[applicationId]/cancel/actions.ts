"use server";

import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { cancelApplication, pullBack } from "@/lib/applications/commands/withdraw";
import { leadAway } from "@/app/[locale]/(exporter)/applications/[applicationId]/lead-away";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { redirect } from "@/lib/i18n/navigation";

/** Ends the application for good. */
export async function cancel(applicationId: string) {
  const viewer = await requireExporter();
  const cancelled = await cancelApplication(viewer, applicationId);
  return leadBack(viewer, applicationId, cancelled);
}

/** Takes the submission back, as long as nobody has opened it. */
export async function takeBack(applicationId: string) {
  const viewer = await requireExporter();
  const taken = await pullBack(viewer, applicationId);
  return leadBack(viewer, applicationId, taken);
}

async function leadBack(
  viewer: ExporterViewer,
  applicationId: string,
  outcome: Awaited<ReturnType<typeof cancelApplication>> | Awaited<ReturnType<typeof pullBack>>,
) {
  const locale = await requestLocale();
  const href = tasksHref(applicationId);
  if (outcome.ok) return redirect({ href, locale });
  if (outcome.error === "notPossible") {
    return redirect({ href: { ...href, query: { moved: "1" } }, locale });
  }
  return leadAway(viewer, applicationId);
}
