"use server";

import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { refused } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { publishText } from "@/lib/texts/commands/publish";
import { readMarkup } from "@/lib/texts/markup";
import { textForm } from "@/lib/texts/schema";
import { PortalTextKind } from "@/prisma/generated/enums";
import type { TextFormState } from "./form-state";

/** Shows the next version of a text as it would be drawn, or publishes it. */
export async function writeText(
  kind: PortalTextKind,
  state: TextFormState,
  formData: FormData,
): Promise<TextFormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const locale = await requestLocale();
  const parsed = parseForm(textForm(todayInOttawa()), formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const { textEn, textFr } = parsed.value;
  if (formData.get("intent") !== "publish") {
    const preview = { en: readMarkup(textEn), fr: readMarkup(textFr) };
    return { ...refused(state, formData, []), preview };
  }
  if (!Object.hasOwn(PortalTextKind, kind)) return refused(state, formData, [], "form.gone");
  const seen = Number(formData.get("seen"));
  const published = await publishText(viewer, kind, parsed.value, seen);
  if (published.ok) {
    return redirect({ href: { pathname: "/office/texts/[kind]", params: { kind } }, locale });
  }
  const { error } = published;
  if (error === "past") {
    return refused(state, formData, [{ field: "validFrom", key: "texts.validFrom.past" }]);
  }
  return refused(state, formData, [], error === "stepUp" ? error : `texts.${error}`);
}
