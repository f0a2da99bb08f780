import "server-only";
import { startDraft } from "@/lib/applications/start-draft";
import { profilesWith, type Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { holdMandate } from "@/lib/exporters/hold";
import { err, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

/** Starts a draft with nothing in it. However often the press that `creationToken` stands for is sent, one is made. */
export async function createApplication(
  viewer: Viewer,
  exporterId: string,
  creationToken: string,
): Promise<Result<{ applicationId: string }, "notFound">> {
  if (viewer.kind !== "exporter" || !isUuid(creationToken)) return err("notFound");
  if (!profilesWith(viewer, "prepare").includes(exporterId)) return err("notFound");
  return transaction(async (tx) => {
    if (!(await holdMandate(tx, viewer, exporterId, "prepare"))) return err("notFound");
    return startDraft(tx, viewer, { exporterId, creationToken, answers: {} });
  });
}
