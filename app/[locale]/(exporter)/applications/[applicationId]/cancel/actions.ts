"use server";

import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { cancelApplication, pullBack } from "@/lib/applications/commands/withdraw";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { redirect } from "@/lib/i18n/navigation";

/** Ends the application for good. */
export async function cancel(applicationId: string) {
  const viewer = await requireExporter();
  const cancelled = await cancelApplication(viewer, applicationId);
  return leadBack(applicationId, cancelled.ok);
}

/** Takes the submission back, as long as nobody has opened it. */
export async function takeBack(applicationId: string) {
  const viewer = await requireExporter();
  const taken = await pullBack(viewer, applicationId);
  return leadBack(applicationId, taken.ok);
}

async function leadBack(applicationId: string, done: boolean) {
  const href = { ...tasksHref(applicationId), ...(done ? {} : { query: { moved: "1" } }) };
  return redirect({ href, locale: await requestLocale() });
}
