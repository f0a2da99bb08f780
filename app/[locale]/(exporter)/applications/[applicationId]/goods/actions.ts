"use server";

import { editOrPasteLines } from "./paste-lines";
import { keepSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import { requireExporter } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/form-state";

export async function saveGoods(id: string, state: FormState, formData: FormData) {
  const viewer = await requireExporter(formData);
  return keepSection(viewer, id, "goods", state, formData, editOrPasteLines);
}
