"use server";

import { editConsignee } from "./edit-consignee";
import { chosenEntry } from "@/app/[locale]/(exporter)/applications/[applicationId]/chosen-entry";
import { keepSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import { requireExporter } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/form-state";

export async function saveConsignee(id: string, state: FormState, formData: FormData) {
  const viewer = await requireExporter(formData);
  if (formData.get("intent") !== "use") {
    return keepSection(viewer, id, "consignee", state, formData, editConsignee);
  }
  const wanted = { name: "book", kind: "consignee" } as const;
  const { entry, answer } = await chosenEntry(viewer, id, wanted, state, formData);
  if (!entry) return answer;
  const { destination, consignee } = entry.data;
  const answers = {
    destination,
    consignee: { ...consignee, addressLines: [...consignee.addressLines] },
  };
  const filled = () => ({ answers, place: "consignee.name" });
  return keepSection(viewer, id, "consignee", state, formData, filled);
}
