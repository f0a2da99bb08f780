"use server";

import { refresh } from "next/cache";
import {
  keepReplies,
  refusalKey,
  textOf,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import {
  sectionHref,
  tasksHref,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { leadAway } from "@/app/[locale]/(exporter)/applications/[applicationId]/lead-away";
import { findApplication } from "@/lib/applications/queries/find";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { removeDocument } from "@/lib/documents/commands";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";

/** Takes a file off the application. */
export async function takeOff(applicationId: string, documentId: string, formData: FormData) {
  const viewer = await requireExporter();
  const locale = await requestLocale();
  const removed = await removeDocument(viewer, { applicationId }, documentId);
  if (!removed.ok && removed.error === "notFound") return leadAway(viewer, applicationId);
  const from = textOf(formData, "from") === "summary" ? { from: "summary" } : {};
  const query = removed.ok
    ? { ...from, removed: "1" }
    : { ...from, added: "0", problem: "locked:" };
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirect({ href: { ...sectionHref("documents", applicationId), query }, locale });
}

/** Keeps the notes to the officer about the documents. */
export async function answerOnDocuments(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const application = await findApplication(viewer, applicationId);
  if (!application?.permissions.includes("prepare")) {
    return refused(state, formData, [], await refusalKey(viewer, applicationId));
  }
  await keepReplies(viewer, application, formData, application.version);
  return redirect({ href: tasksHref(applicationId), locale: await requestLocale() });
}
