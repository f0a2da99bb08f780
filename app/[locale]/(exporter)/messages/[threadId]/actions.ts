"use server";

import { refresh } from "next/cache";
import { threadHref } from "@/app/[locale]/(exporter)/messages/messages-href";
import { sentenceOf } from "@/app/[locale]/(exporter)/messages/refusal";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { removeDocument } from "@/lib/documents/commands";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { onFields } from "@/lib/forms/field-problems";
import { errorKey } from "@/lib/forms/error-key";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { discardDraft } from "@/lib/messages/commands/discard-draft";
import { saveDraft } from "@/lib/messages/commands/save-draft";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { draftForm, firstMessageForm, replyForm } from "@/lib/messages/schema";

/** Keeps or sends what is written in a conversation. The id in the form makes a second press harmless. */
export async function write(
  threadId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const { intent = "", messageId = "", files = "", subject } = typedValues(formData);
  const sends = intent === "send";
  const form = sends ? (subject === undefined ? replyForm : firstMessageForm) : draftForm;
  const parsed = parseForm<{ text: string; subject?: string }>(form, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(form, parsed.errors));
  const { text } = parsed.value;
  const said = subject === undefined ? {} : { subject: parsed.value.subject ?? "" };
  const written = { messageId, text, ...said };
  const done = sends
    ? await sendMessage(viewer, threadId, { ...written, files: Number(files) || 0 })
    : await saveDraft(viewer, threadId, written);
  if (!done.ok) {
    if (done.error === "subject") {
      const problem = { field: "subject", key: errorKey("messages.subject.required") };
      return refused(state, formData, [problem]);
    }
    // Of the files the page must show what is there now.
    if (done.error === "filesChanged") refresh();
    const record = { kind: "thread", id: threadId } as const;
    return refused(state, formData, [], await sentenceOf(viewer, record, done.error));
  }
  refresh();
  const query = sends ? { sent: "1" } : intent === "attach" ? { attach: "1" } : { saved: "1" };
  return redirect({ href: { ...threadHref(threadId), query }, locale });
}

/** Takes a file off a draft. */
export async function takeOffFile(threadId: string, messageId: string, documentId: string) {
  const viewer = await requireExporter();
  const removed = await removeDocument(viewer, { messageId }, documentId);
  if (!removed.ok && removed.error === "notFound") return leadAway(viewer, threadId);
  refresh();
  const query = removed.ok ? { attach: "1", removed: "1" } : { moved: "1" };
  return redirect({ href: { ...threadHref(threadId), query }, locale: await requestLocale() });
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
  const query = why === "limited" ? { limited: "1" } : { moved: "1" };
  return redirect({ href: { ...threadHref(threadId), query }, locale });
}
