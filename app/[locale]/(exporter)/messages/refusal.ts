import "server-only";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { whyRefused, type RecordOf } from "@/lib/exporters/queries/of-record";
import { errorKey } from "@/lib/forms/error-key";
import { threadProblems } from "@/lib/messages/problems";

/** Why nothing was kept or sent: of what is not found, whether the mandate has ended or lacks a permission. */
export async function refusalFor(
  viewer: ExporterViewer,
  record: RecordOf,
  refusal: Parameters<typeof threadProblems>[0],
): Promise<ReturnType<typeof threadProblems>> {
  if (refusal.error !== "notFound") return threadProblems(refusal);
  return [[], errorKey(`form.${await whyRefused(viewer, record)}`)];
}
