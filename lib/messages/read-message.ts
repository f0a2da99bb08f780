import { typedValues, type Problem } from "@/lib/forms/form-state";
import { parseForm, type FormSchema } from "@/lib/forms/parse-form";
import { draftForm, firstMessageForm, keptForm, replyForm } from "@/lib/messages/schema";
import type { Written } from "@/lib/messages/written";
import { ok } from "@/lib/result";
import type { Language } from "@/prisma/generated/enums";

/** What a form of a conversation says: the text is missing where it stands in the draft alone. */
export type MessageSaid = Omit<Written, "text"> & { readonly text?: string };
type Read =
  | { readonly ok: true; readonly value: MessageSaid }
  | { readonly ok: false; readonly errors: readonly Problem[] };

/** Reads what is written in a conversation, to be sent or to be kept. */
export function readMessage(formData: FormData, locale: Language, use: "send" | "keep"): Read {
  const values = typedValues(formData);
  const parsed = parseForm(formOf(values, use), formData, locale);
  if (!parsed.ok) return parsed;
  const { text, subject = "" } = parsed.value;
  const { messageId = "", savedAt = "" } = values;
  return ok({
    ...{ messageId, savedAt: Number(savedAt) },
    ...(text === undefined ? {} : { text }),
    // Asked as long as nothing of the conversation is sent.
    ...(values["subject"] === undefined ? {} : { subject }),
  });
}

function formOf(
  values: ReturnType<typeof typedValues>,
  use: "send" | "keep",
): FormSchema<{ text?: string; subject?: string }> {
  if (use === "keep") return draftForm;
  if (values["text"] === undefined) return keptForm;
  return values["subject"] === undefined ? replyForm : firstMessageForm;
}
