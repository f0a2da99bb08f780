"use server";

import { requestLocale, requireAnyOfficer } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { saveView } from "@/lib/reviews/commands/saved-views";
import { queueQuery, readQueue } from "@/lib/reviews/queue-filter";
import { savedViewForm } from "@/lib/reviews/schema";

/** Keeps the view under a name and shows it. */
export async function keepView(
  query: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAnyOfficer(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(savedViewForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const saved = await saveView(viewer, { ...parsed.value, query });
  if (!saved.ok) {
    return refused(state, formData, [{ field: "name", key: `savedView.${saved.error}` }]);
  }
  return redirect({
    href: { pathname: "/office/queue", query: queueQuery(readQueue(query)) },
    locale,
  });
}
