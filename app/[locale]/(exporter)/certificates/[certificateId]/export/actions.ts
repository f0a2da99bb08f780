"use server";

import { refresh } from "next/cache";
import { answer } from "../answer";
import { exportHref } from "../certificate-href";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { reportExport } from "@/lib/certificates/commands/export-report";
import { exportForm } from "@/lib/certificates/life/schema";
import { removeDocument } from "@/lib/documents/commands";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";

/** Reports the export: the advance copy of what follows on paper. */
export async function report(
  certificateId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const parsed = parseForm(exportForm, formData, await requestLocale());
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const shown = formData.get("seen");
  const seen = typeof shown === "string" ? shown : "";
  const outcome = await reportExport(viewer, certificateId, { ...parsed.value, seen });
  return answer(viewer, certificateId, state, formData, outcome);
}

/** Takes a file off that no report was made with. */
export async function takeOffCopy(certificateId: string, documentId: string) {
  const viewer = await requireExporter();
  const removed = await removeDocument(viewer, { certificateId }, documentId);
  if (!removed.ok) await whyRefused(viewer, { kind: "certificate", id: certificateId });
  refresh();
  const query = removed.ok ? { removed: "1" } : { moved: "1" };
  return redirect({
    href: { ...exportHref(certificateId), query },
    locale: await requestLocale(),
  });
}
