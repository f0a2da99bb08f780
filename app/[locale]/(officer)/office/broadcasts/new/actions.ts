"use server";

import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { planBroadcast, type PlanRefusal } from "@/lib/broadcasts/commands/plan";
import { findNamed, type Unclear } from "@/lib/broadcasts/named-exporters";
import { broadcastForm } from "@/lib/broadcasts/schema";
import { now } from "@/lib/clock";
import type { ErrorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import type { BroadcastFormState } from "./form-state";
import { markOf, previewOf } from "./preview-of";

/** Shows an announcement as pages will show it, or plans the one that was looked at. */
export async function writeBroadcast(
  state: BroadcastFormState,
  formData: FormData,
): Promise<BroadcastFormState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const at = now();
  const form = broadcastForm(at);
  const parsed = parseForm(form, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(form, parsed.errors));
  const written = parsed.value;
  const { found, unclear } = await findNamed(written.numbers);
  if (unclear.length > 0) return refused(state, formData, unclear.map(notNamed));
  const exporters = found.map(({ legalName }) => legalName);
  const planning = formData.get("intent") === "plan";
  if (!planning || formData.get("seen") !== markOf(written)) {
    const changed = planning ? ("broadcasts.changed" as const) : undefined;
    const answer = refused(state, formData, [], changed);
    return { ...answer, preview: previewOf(written, exporters, at) };
  }
  const id = formData.get("broadcastId");
  const planned = await planBroadcast(viewer, typeof id === "string" ? id : "", written);
  if (planned.ok) {
    const { broadcastId } = planned.value;
    const href = { pathname: "/office/broadcasts/[broadcastId]", params: { broadcastId } } as const;
    return redirect({ href, locale });
  }
  return refused(state, formData, ...(await refusedPress(planned, problems)));
}

const notNamed = ({ typed, why }: Unclear): Problem => ({
  field: "numbers",
  key: `broadcasts.numbers.${why}`,
  params: { typed: typed.slice(0, 100) },
});

function problems({ error, lines = [] }: PlanRefusal): [readonly Problem[], ErrorKey?] {
  if (error === "unknownExporters") return [lines.map(notNamed)];
  if (error === "past") return [[{ field: "untilDay", key: "broadcasts.untilDay.past" }]];
  return [[], `broadcasts.${error}`];
}
