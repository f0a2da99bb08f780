"use server";

import { refresh } from "next/cache";
import { requestLocale, requireReviewerOrSignatory } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { todayInOttawa } from "@/lib/clock";
import { removeDocument } from "@/lib/documents/commands";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { assignThread } from "@/lib/messages/commands/assign-thread";
import { discardDraft } from "@/lib/messages/commands/discard-draft";
import { saveDraft } from "@/lib/messages/commands/save-draft";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { settleThread } from "@/lib/messages/commands/settle-thread";
import { threadProblems } from "@/lib/messages/problems";
import { draftForm, firstMessageForm, replyForm } from "@/lib/messages/schema";
import { withParagraph } from "@/lib/messages/with-paragraph";
import { writeThreadNote } from "@/lib/office-notes/commands";
import { noteForm } from "@/lib/office-notes/schema";
import { listReplyParagraphs } from "@/lib/reference/queries";

type Done = "sent" | "settled" | "assigned" | "noted" | "discarded";

async function backTo(threadId: string, done: Done) {
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirect({
    href: { pathname: "/office/inbox/[threadId]", params: { threadId }, query: { done } },
    locale: await requestLocale(),
  });
}

/** Whatever is pressed under an answer: a paragraph put in, the draft kept, sent or thrown away, none needed. */
export async function answer(
  threadId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const values = typedValues(formData);
  const { intent = "send", messageId = "" } = values;
  const again = { problems: [], attempt: state.attempt + 1 };
  const refuse = async (refusal: Parameters<typeof threadProblems>[0]): Promise<FormState> =>
    refused(state, formData, [], ...(await refusedPress(refusal, threadProblems)));

  switch (intent) {
    case "insert": {
      const paragraphs = await listReplyParagraphs(todayInOttawa());
      const text = withParagraph(values["text"] ?? "", paragraphs, values);
      return { ...again, values: { ...values, text, paragraph: "" } };
    }
    case "settle": {
      const settled = await settleThread(viewer, threadId, new Date(values["seen"] ?? ""));
      return settled.ok ? backTo(threadId, "settled") : refuse(settled);
    }
    case "discard": {
      const discarded = await discardDraft(viewer, threadId);
      if (!discarded.ok) return refuse(discarded);
      if (discarded.value.ended) return redirect({ href: "/office/inbox", locale });
      return backTo(threadId, "discarded");
    }
    case "save": {
      const parsed = parseForm(draftForm, formData, locale);
      if (!parsed.ok) return refused(state, formData, parsed.errors);
      const saved = await saveDraft(viewer, threadId, { messageId, ...parsed.value });
      if (!saved.ok) return refuse(saved);
      refresh();
      return { ...again, values: { ...values, saved: "yes" } };
    }
    default: {
      // The first message of a conversation says what it is about.
      const form = values["subject"] === undefined ? replyForm : firstMessageForm;
      const parsed = parseForm<{ text: string; subject?: string }>(form, formData, locale);
      if (!parsed.ok) return refused(state, formData, parsed.errors);
      const files = Number(values["files"] ?? 0);
      const sent = await sendMessage(viewer, threadId, { messageId, files, ...parsed.value });
      return sent.ok ? backTo(threadId, "sent") : refuse(sent);
    }
  }
}

/** Takes the conversation, gives it back, or gives it to somebody else. */
export async function assign(
  threadId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const { intent, to = "", holder = "" } = typedValues(formData);
  const chosen = { take: viewer.userId, release: null }[intent ?? ""];
  const next = chosen === undefined ? to || null : chosen;
  const assigned = await assignThread(viewer, threadId, next, holder || null);
  if (assigned.ok) return backTo(threadId, "assigned");
  // The page behind the answer says who has it now.
  refresh();
  return refused(state, formData, [], ...(await refusedPress(assigned, threadProblems)));
}

/** Writes an internal note. */
export async function addThreadNote(
  threadId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(noteForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const written = await writeThreadNote(viewer, threadId, parsed.value.note);
  if (!written.ok) {
    return refused(state, formData, [], ...(await refusedPress(written, threadProblems)));
  }
  refresh();
  return { problems: [], values: { note: "" }, attempt: state.attempt + 1 };
}

/** Takes a file off the answer that is being written. */
export async function takeOffFile(threadId: string, messageId: string, documentId: string) {
  const viewer = await requireReviewerOrSignatory();
  const removed = await removeDocument(viewer, { messageId }, documentId);
  refresh();
  return redirect({
    href: {
      pathname: "/office/inbox/[threadId]",
      params: { threadId },
      // A second press finds nothing left to do: the page says what stands.
      query: removed.ok ? { removed: "1" } : {},
    },
    locale: await requestLocale(),
  });
}
