"use server";

import { refresh } from "next/cache";
import { announcementHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { removeDocument } from "@/lib/documents/commands";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";
import { sendAnnouncement } from "@/lib/imports/commands/send-announcement";
import { withdrawAnnouncement } from "@/lib/imports/commands/withdraw-announcement";

/** Asks the office to register what was announced. */
export async function send(
  announcementId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const version = Number(formData.get("version"));
  const sent = await sendAnnouncement(viewer, announcementId, version);
  if (!sent.ok) {
    if (sent.error === "notFound") {
      const why = await whyRefused(viewer, { kind: "announcement", id: announcementId });
      return refused(state, formData, [], errorKey(`form.${why}`));
    }
    return refused(state, formData, [], sentence(sent.error));
  }
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirect({ href: announcementHref(announcementId), locale: await requestLocale() });
}

type Refusal = Extract<Awaited<ReturnType<typeof sendAnnouncement>>, { ok: false }>["error"];

function sentence(refusal: Exclude<Refusal, "notFound">): ErrorKey {
  switch (refusal) {
    case "notPossible":
    case "changedMeanwhile":
      return errorKey(`imports.${refusal}`);
    case "issuer":
    case "number":
    case "importedOn":
    case "scan":
    case "scanWaiting":
    case "scanInfected":
      return errorKey("imports.lacks");
  }
}

/** Takes a file off the announcement. */
export async function takeOffScan(announcementId: string, documentId: string) {
  const viewer = await requireExporter();
  const removed = await removeDocument(viewer, { announcementId }, documentId);
  const query = removed.ok ? { removed: "1" } : { moved: "1" };
  if (!removed.ok && removed.error === "notFound") return leadAway(viewer, announcementId);
  refresh();
  const href = { ...announcementHref(announcementId), query };
  return redirect({ href, locale: await requestLocale() });
}

/** Ends the announcement for good. */
export async function withdraw(announcementId: string) {
  const viewer = await requireExporter();
  const locale = await requestLocale();
  const withdrawn = await withdrawAnnouncement(viewer, announcementId);
  const href = announcementHref(announcementId);
  refresh();
  if (withdrawn.ok) return redirect({ href, locale });
  if (withdrawn.error === "notPossible") {
    return redirect({ href: { ...href, query: { moved: "1" } }, locale });
  }
  return leadAway(viewer, announcementId);
}

/** After a press, without anything typed, of somebody who may not: to a page that says why. */
async function leadAway(viewer: ExporterViewer, announcementId: string): Promise<never> {
  const locale = await requestLocale();
  const why = await whyRefused(viewer, { kind: "announcement", id: announcementId });
  if (why === "ended") {
    return redirect({ href: { pathname: "/no-access", query: { reason: "mandate" } }, locale });
  }
  const query = why === "limited" ? { limited: "1" } : {};
  return redirect({ href: { ...announcementHref(announcementId), query }, locale });
}
