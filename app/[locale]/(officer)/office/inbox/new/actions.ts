"use server";

import { requestLocale, requireReviewerOrSignatory } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { startThread } from "@/lib/messages/commands/start-thread";
import { threadProblems } from "@/lib/messages/problems";
import { draftForm, firstMessageForm, matterChoice } from "@/lib/messages/schema";

/** Begins a conversation with an exporter: sends its first message, or keeps it as a draft. */
export async function begin(
  exporterId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const { intent, about = "", token = "" } = typedValues(formData);
  const keeps = intent === "save";
  const parsed = parseForm(keeps ? draftForm : firstMessageForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const matter = matterChoice.safeParse(about);
  if (!matter.success) {
    return refused(state, formData, [{ field: "about", key: "messages.about.required" }]);
  }
  const { subject, text } = parsed.value;
  const started = await startThread(viewer, {
    ...{ exporterId, subject, text, creationToken: token },
    ...matter.data,
  });
  if (!started.ok) {
    return refused(state, formData, ...(await refusedPress(started, threadProblems)));
  }
  const { threadId, messageId } = started.value;
  if (!keeps) {
    const sent = await sendMessage(viewer, threadId, { messageId, subject, text });
    if (!sent.ok) {
      return refused(state, formData, ...(await refusedPress(sent, threadProblems)));
    }
  }
  return redirect({
    href: {
      pathname: "/office/inbox/[threadId]",
      params: { threadId },
      query: keeps ? {} : { done: "sent" },
    },
    locale,
  });
}
