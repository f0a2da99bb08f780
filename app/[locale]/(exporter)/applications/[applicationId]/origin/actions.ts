"use server";

import { editOrigin } from "./edit-origin";
import { fillPositions } from "./fill-positions";
import { keepSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import { requireExporter } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";

export async function saveOrigin(id: string, state: FormState, formData: FormData) {
  const viewer = await requireExporter();
  const { formData: filled, problems } = fillPositions(formData);
  if (problems.length > 0) return refused(state, formData, problems);
  return keepSection(viewer, id, "origin", state, filled, editOrigin);
}
