"use server";

import { refresh } from "next/cache";
import { threadHref } from "@/app/[locale]/(exporter)/messages/messages-href";
import { refusalFor } from "@/app/[locale]/(exporter)/messages/refusal";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
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
    const record = { kind: "exporter", id: exporterId } as const;
    return refused(state, formData, ...(await refusalFor(viewer, record, started)));
  }
  const { threadId, messageId } = started.value;
  if (intent === "send") {
    const sent = await sendMessage(viewer, threadId, { messageId, subject, text });
    const record = { kind: "thread", id: threadId } as const;
    if (!sent.ok) return refused(state, formData, ...(await refusalFor(viewer, record, sent)));
  }
  // The bar names the profile of the conversation: with script it must be read anew.
  refresh();
  const query =
    intent === "send" ? { sent: "1" } : intent === "attach" ? { attach: "1" } : { saved: "1" };
  return redirect({ href: { ...threadHref(threadId), query }, locale });
}
