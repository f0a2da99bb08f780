"use server";

import { refresh } from "next/cache";
import { doneHref } from "@/app/[locale]/(exporter)/profile/[exporterId]/representatives/done-notice";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { changeMandate } from "@/lib/exporters/commands/change-mandate";
import { endMandate } from "@/lib/exporters/commands/end-mandate";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { termsForm, type MandateTerms } from "@/lib/exporters/schema-mandates";
import { levels } from "@/lib/exporters/permissions";
import { errorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Changes what a representative may do, and until when. */
export async function saveMandate(
  exporterId: string,
  mandateId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(termsForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(termsForm, parsed.errors));
  const before = termsBefore(formData);
  const changed = await changeMandate(viewer, exporterId, mandateId, parsed.value, before);
  if (changed.ok) return redirect({ href: doneHref(exporterId, "changed"), locale });
  switch (changed.error) {
    case "pastDay":
      return refused(state, formData, [{ field: "endsOn", key: errorKey("mandate.endsOn.past") }]);
    case "changedMeanwhile":
      return refused(state, formData, [], errorKey("mandate.changedMeanwhile"));
    case "notFound":
      return refused(state, formData, [], await goneKey(exporterId));
  }
}

/** Ends a mandate: an owner removes somebody, or the person resigns. */
export async function endThisMandate(
  exporterId: string,
  mandateId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  if (formData.get("confirm") !== "yes") {
    const key = errorKey("mandate.confirm.required");
    return refused(state, formData, [{ field: "confirm", key }]);
  }
  const ended = await endMandate(viewer, mandateId);
  if (!ended.ok) {
    const key = ended.error === "lastOwner" ? errorKey("mandate.lastOwner") : null;
    return refused(state, formData, [], key ?? (await goneKey(exporterId)));
  }
  if (!ended.value.self) return redirect({ href: doneHref(exporterId, "ended"), locale });
  // The bar says for whom the reader acts: with script it must be read anew.
  refresh();
  return redirect({ href: { pathname: "/profile", query: { resigned: "1" } }, locale });
}

async function goneKey(exporterId: string) {
  const viewer = await requireExporter();
  const why = await whyRefused(viewer, { kind: "exporter", id: exporterId });
  return why === "ended" ? errorKey("form.ended") : errorKey("mandate.gone");
}

/** The terms as the page showed them; what no page shows are no terms that a mandate has. */
function termsBefore(formData: FormData): MandateTerms {
  const sent = formData.get("before");
  const [may, endsOn] = typeof sent === "string" ? sent.split(" ") : [];
  const level = levels.find((each) => each === may) ?? "view";
  return { may: level, ...(/^\d{4}-\d{2}-\d{2}$/.test(endsOn ?? "") && endsOn ? { endsOn } : {}) };
}
