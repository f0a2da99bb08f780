import "server-only";
import type { ApplicationDetail } from "@/lib/applications/queries/find";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { listImportBalances } from "@/lib/imports/queries/balances";
import { getReference } from "@/lib/reference/queries";

/** The names of everything that an application's answers may stand for. */
export async function answerNames(
  viewer: ExporterViewer,
  { id, exporter }: Pick<ApplicationDetail, "id" | "exporter">,
) {
  const [reference, certificates] = await Promise.all([
    getReference(todayInOttawa()),
    listImportBalances(viewer, exporter.id, id),
  ]);
  return { reference, certificates };
}

/** The names, and of the import certificates what is left of them for this application. */
export type OwnNames = Awaited<ReturnType<typeof answerNames>>;
