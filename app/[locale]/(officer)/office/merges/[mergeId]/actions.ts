"use server";

import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministratorOrSignatory } from "@/lib/auth/current";
import { confirmMerge, dropMerge } from "@/lib/exporters/commands/merge";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";

/** Merges the two profiles, as another person proposed. */
export async function confirm(
  mergeId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministratorOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const confirmed = await confirmMerge(viewer, mergeId);
  if (!confirmed.ok) return refused(state, formData, [], `merge.${confirmed.error}`);
  const params = { exporterId: confirmed.value.intoId };
  const locale = await requestLocale();
  return redirect({ href: { pathname: "/office/exporters/[exporterId]", params }, locale });
}

/** Lets the proposal drop. */
export async function drop(
  mergeId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireAdministratorOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const dropped = await dropMerge(viewer, mergeId);
  if (!dropped.ok) return refused(state, formData, [], `merge.${dropped.error}`);
  const params = { exporterId: dropped.value.fromId };
  const locale = await requestLocale();
  return redirect({ href: { pathname: "/office/exporters/[exporterId]", params }, locale });
}
