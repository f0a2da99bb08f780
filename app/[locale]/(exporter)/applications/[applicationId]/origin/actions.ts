"use server";

import { editOrigin, rowPlace } from "./edit-origin";
import { fillPositions } from "./fill-positions";
import { withPasted } from "./paste-origins";
import { chosenEntry } from "@/app/[locale]/(exporter)/applications/[applicationId]/chosen-entry";
import {
  keepSection,
  textOf,
  type Edit,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import { requireExporter } from "@/lib/auth/current";
import { refused, type FormState } from "@/lib/forms/form-state";

export async function saveOrigin(id: string, state: FormState, formData: FormData) {
  const viewer = await requireExporter(formData);
  const { formData: filled, problems } = fillPositions(formData);
  if (problems.length > 0) return refused(state, formData, problems);
  const used = /^use:(\d{1,2})$/.exec(textOf(formData, "intent"))?.[1];
  if (used === undefined) {
    return keepSection(viewer, id, "origin", state, filled, withPasted(editOrigin));
  }
  const index = Number(used);
  const extraction = textOf(formData, `origins[${index}].category`) === "extraction";
  const wanted = {
    name: `origins[${index}].book`,
    kind: extraction ? "facility" : "site",
  } as const;
  const { entry, answer } = await chosenEntry(viewer, id, wanted, state, formData);
  if (!entry) return answer;
  const fill: Edit<"origin"> = (typed) => ({
    answers: {
      origins: (typed.origins ?? []).map((row, i) =>
        i === index && (row.category === "exploration" || row.category === "extraction")
          ? { ...row, ...entry.data }
          : row,
      ),
    },
    place: rowPlace(index),
  });
  return keepSection(viewer, id, "origin", state, filled, withPasted(fill));
}
