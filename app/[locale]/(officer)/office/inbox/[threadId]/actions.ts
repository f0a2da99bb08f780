"use server";

import { refresh } from "next/cache";
import { writtenElsewhere } from "@/app/[locale]/written-elsewhere";
import { requestLocale, requireReviewerOrSignatory } from "@/lib/auth/current";
import { isDenial, refusedPress } from "@/lib/auth/denied";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { removeDocument } from "@/lib/documents/commands";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect, redirectToPlace } from "@/lib/i18n/navigation";
import { assignThread } from "@/lib/messages/commands/assign-thread";
import { discardDraft } from "@/lib/messages/commands/discard-draft";
import { saveDraft } from "@/lib/messages/commands/save-draft";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { settleThread } from "@/lib/messages/commands/settle-thread";
import { isElsewhere, threadProblems } from "@/lib/messages/problems";
import { readMessage, type MessageSaid } from "@/lib/messages/read-message";
import { withParagraph } from "@/lib/messages/with-paragraph";
import { writeThreadNote } from "@/lib/office-notes/commands";
import { noteForm } from "@/lib/office-notes/schema";
import { listReplyParagraphs } from "@/lib/reference/queries";

type Values = Readonly<Record<string, string>>;

async function backTo(threadId: string, query: Values): Promise<never> {
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirectToPlace({
    href: { pathname: "/office/inbox/[threadId]", params: { threadId }, query },
    locale: await requestLocale(),
    place: "attach" in query ? "files" : "done",
  });
}

/**
 * Whatever is pressed with an answer: a paragraph put in, the draft kept, sent or thrown away, none needed, somebody
 * else to write it. What is typed is lost by none of them.
 */
export async function answer(
  threadId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const values = typedValues(formData);
  const { intent = "save" } = values;
  if (intent === "insert") {
    const paragraphs = await listReplyParagraphs(todayInOttawa());
    const text = withParagraph(values["text"] ?? "", paragraphs, values);
    return { ...refused(state, formData, []), values: { ...values, text, paragraph: "" } };
  }
  const refuse = async (refusal: Parameters<typeof threadProblems>[0]): Promise<FormState> => {
    const said = refused(state, formData, ...(await refusedPress(refusal, threadProblems)));
    // Where its reader writes no more, the form stays with what was typed; else the page says what stands now.
    if (isDenial(refusal.error)) return said;
    refresh();
    if (!isElsewhere(refusal.error)) return said;
    return (await writtenElsewhere(viewer, threadId, said)) ?? backTo(threadId, { done: "moved" });
  };
  if (intent === "discard") {
    const discarded = await discardDraft(viewer, threadId);
    if (!discarded.ok) return refuse(discarded);
    if (discarded.value.ended) return redirect({ href: "/office/inbox", locale });
    return backTo(threadId, { done: "discarded" });
  }
  const read = readMessage(formData, locale, intent === "send" ? "send" : "keep");
  if (!read.ok) return refused(state, formData, read.errors);
  const done = await press(viewer, threadId, values, read.value);
  return done.ok ? backTo(threadId, leadsTo[intent] ?? { done: "saved" }) : refuse(done);
}

const leadsTo: Readonly<Record<string, Values>> = {
  send: { done: "sent" },
  attach: { done: "saved", attach: "1" },
  settle: { done: "settled" },
  take: { done: "assigned" },
  release: { done: "assigned" },
  give: { done: "assigned" },
};

/** Does what the button says; whatever sends nothing keeps what was begun. */
async function press(
  viewer: OfficerViewer,
  threadId: string,
  { intent = "", files = "", seen = "", holder = "", to = "" }: Values,
  said: MessageSaid,
) {
  const written = { ...said, text: said.text ?? "" };
  const begun = written.text === "" ? undefined : written;
  const give = (next: string) =>
    assignThread(viewer, threadId, next || null, holder || null, begun);
  switch (intent) {
    case "send":
      return sendMessage(viewer, threadId, { ...said, seen, files: Number(files) || 0 });
    case "settle":
      return settleThread(viewer, threadId, new Date(seen), begun);
    case "take":
      return give(viewer.userId);
    case "release":
      return give("");
    case "give":
      return give(to);
    default:
      return saveDraft(viewer, threadId, written);
  }
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
    return refused(state, formData, ...(await refusedPress(written, threadProblems)));
  }
  refresh();
  return { problems: [], values: { note: "" }, attempt: state.attempt + 1 };
}

/** Takes a file off the answer that is being written. */
export async function takeOffFile(threadId: string, messageId: string, documentId: string) {
  const viewer = await requireReviewerOrSignatory();
  const removed = await removeDocument(viewer, { messageId }, documentId);
  // A second press finds nothing left to do: the page says what stands.
  return backTo(threadId, { attach: "1", ...(removed.ok ? { removed: "1" } : {}) });
}
