"use server";

import { refresh } from "next/cache";
import { threadHref } from "@/app/[locale]/(exporter)/messages/messages-href";
import { sentenceOf } from "@/app/[locale]/(exporter)/messages/refusal";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { errorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { saveDraft } from "@/lib/messages/commands/save-draft";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { startThread } from "@/lib/messages/commands/start-thread";
import { newDraftForm, newThreadForm } from "@/lib/messages/schema";

/** Begins a conversation: keeps it as a draft, or sends it at once. The token in the form makes a second press harmless. */
export async function writeFirst(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const intent = formData.get("intent");
  const form = intent === "send" ? newThreadForm : newDraftForm;
  const parsed = parseForm(form, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(form, parsed.errors));
  const token = formData.get("creationToken");
  const { about: matter, exporterId, subject, text } = parsed.value;
  const started = await startThread(viewer, {
    ...matter,
    ...{ exporterId, subject, text },
    creationToken: typeof token === "string" ? token : "",
  });
  if (!started.ok) {
    if (started.error === "matter") {
      return refused(state, formData, [{ field: "about", key: errorKey("messages.matter") }]);
    }
    const why = await sentenceOf(viewer, { kind: "exporter", id: exporterId }, started.error);
    return refused(state, formData, [], why);
  }
  const { threadId, messageId } = started.value;
  const record = { kind: "thread", id: threadId } as const;
  const written = { messageId, subject, text };
  // A press before this one may have begun it with other words.
  const done =
    intent === "send"
      ? await sendMessage(viewer, threadId, written)
      : await saveDraft(viewer, threadId, written);
  if (!done.ok) {
    return refused(state, formData, [], await sentenceOf(viewer, record, done.error));
  }
  // The bar names the profile of the conversation: with script it must be read anew.
  refresh();
  const query =
    intent === "send" ? { sent: "1" } : intent === "attach" ? { attach: "1" } : { saved: "1" };
  return redirect({ href: { ...threadHref(threadId), query }, locale });
}
