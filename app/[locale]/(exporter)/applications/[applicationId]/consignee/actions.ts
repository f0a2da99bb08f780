"use server";

import { editConsignee } from "./edit-consignee";
import { keepSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import { requireExporter } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/form-state";

export async function saveConsignee(id: string, state: FormState, formData: FormData) {
  const viewer = await requireExporter();
  return keepSection(viewer, id, "consignee", state, formData, editConsignee);
}
