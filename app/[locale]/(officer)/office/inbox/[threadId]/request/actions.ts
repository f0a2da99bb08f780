"use server";

import { refresh } from "next/cache";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { prepareRequest, takeBackRequest } from "@/lib/reviews/commands/prepare-request";
import { reviewProblems } from "@/lib/reviews/problems";
import { preparedForm } from "@/lib/reviews/schema";

/** Prepares a request for the next notice about the conversation's application. */
export async function prepare(
  threadId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(preparedForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const token = formData.get("token");
  const prepared = await prepareRequest(
    viewer,
    threadId,
    parsed.value,
    typeof token === "string" ? token : "",
  );
  if (!prepared.ok) {
    return refused(state, formData, ...(await refusedPress(prepared, reviewProblems)));
  }
  return redirect({
    href: {
      pathname: "/office/inbox/[threadId]",
      params: { threadId },
      query: { done: "prepared" },
    },
    locale,
  });
}

/** Takes a prepared request back. */
export async function takeBack(requestId: string) {
  const viewer = await requireReviewer();
  await takeBackRequest(viewer, requestId);
  refresh();
}
