"use server";

import { refresh } from "next/cache";
import { threadHref } from "@/app/[locale]/(exporter)/messages/messages-href";
import { refusalFor } from "@/app/[locale]/(exporter)/messages/refusal";
import { writtenElsewhere } from "@/app/[locale]/written-elsewhere";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { isDenial } from "@/lib/auth/denied";
import { removeDocument } from "@/lib/documents/commands";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect, redirectToPlace } from "@/lib/i18n/navigation";
import { discardDraft } from "@/lib/messages/commands/discard-draft";
import { saveDraft } from "@/lib/messages/commands/save-draft";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { isElsewhere } from "@/lib/messages/problems";
import { readMessage } from "@/lib/messages/read-message";

/** Keeps or sends what is written in a conversation. The id in the form makes a second press harmless. */
export async function write(
  threadId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const { intent = "", files = "" } = typedValues(formData);
  const sends = intent === "send";
  const read = readMessage(formData, locale, sends ? "send" : "keep");
  if (!read.ok) return refused(state, formData, read.errors);
  const done = sends
    ? await sendMessage(viewer, threadId, { ...read.value, files: Number(files) || 0 })
    : await saveDraft(viewer, threadId, { text: "", ...read.value });
  if (!done.ok) {
    const record = { kind: "thread", id: threadId } as const;
    const answer = refused(state, formData, ...(await refusalFor(viewer, record, done)));
    // Where its reader writes no more, the form stays with what was typed.
    if (isDenial(done.error)) return answer;
    refresh();
    if (!isElsewhere(done.error)) return answer;
    return (await writtenElsewhere(viewer, threadId, answer)) ?? leadTo(threadId, { moved: "1" });
  }
  refresh();
  const said = sends ? "sent" : intent === "attach" ? "attach" : "saved";
  return leadTo(threadId, { [said]: "1" });
}

/** Takes a file off a draft. */
export async function takeOffFile(threadId: string, messageId: string, documentId: string) {
  const viewer = await requireExporter();
  const removed = await removeDocument(viewer, { messageId }, documentId);
  if (!removed.ok && removed.error === "notFound") return leadAway(viewer, threadId);
  refresh();
  return leadTo(threadId, removed.ok ? { attach: "1", removed: "1" } : { moved: "1" });
}

/** Throws the draft away, with its files. */
export async function discard(threadId: string) {
  const viewer = await requireExporter();
  const discarded = await discardDraft(viewer, threadId);
  if (!discarded.ok) return leadAway(viewer, threadId);
  refresh();
  const query = { discarded: "1" };
  const place = discarded.value.ended ? { pathname: "/messages" as const } : threadHref(threadId);
  return redirect({ href: { ...place, query }, locale: await requestLocale() });
}

/** After a press, without anything typed, of somebody who may not: to a page that says why. */
async function leadAway(viewer: ExporterViewer, threadId: string): Promise<never> {
  const locale = await requestLocale();
  const why = await whyRefused(viewer, { kind: "thread", id: threadId });
  if (why === "ended") {
    return redirect({ href: { pathname: "/no-access", query: { reason: "mandate" } }, locale });
  }
  return leadTo(threadId, why === "limited" ? { limited: "1" } : { moved: "1" });
}

async function leadTo(threadId: string, query: Record<string, string>): Promise<never> {
  const href = { ...threadHref(threadId), query };
  const place = "attach" in query ? "files" : "done";
  return redirectToPlace({ href, locale: await requestLocale(), place });
}
