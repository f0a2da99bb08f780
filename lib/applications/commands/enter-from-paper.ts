import "server-only";
import type { PaperInput } from "@/lib/applications/schema-paper";
import { startDraft } from "@/lib/applications/start-draft";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { visibleTo } from "@/lib/exporters/access";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { err, type Result } from "@/lib/result";
import { idIs, isUuid } from "@/lib/row-id";

/**
 * Starts an application that came on paper. The reviewer then acts on it as its exporter does, and never
 * reviews or signs it. However often the press that `creationToken` stands for is sent, one is made.
 */
export async function enterFromPaper(
  viewer: OfficerViewer,
  exporterId: string,
  { receivedOn, language }: PaperInput,
  creationToken: string,
): Promise<Result<{ applicationId: string }, "notFound" | "notAllowed" | "ownProfile">> {
  if (!viewer.roles.includes("reviewer")) return err("notAllowed");
  if (!isUuid(creationToken)) return err("notFound");
  const { userId, name, language: own } = viewer;
  return transaction(async (tx) => {
    const exporter = await tx.exporter.findFirst({
      where: { AND: [visibleTo(viewer), idIs(exporterId), { mergedIntoId: null }] },
      select: { id: true, ...mandateOf(viewer) },
    });
    if (!exporter) return err("notFound");
    if (isOwn(exporter)) return err("ownProfile");
    return startDraft(
      tx,
      { kind: "exporter", userId, name, language: own, standings: [], entersPaper: true },
      {
        exporterId: exporter.id,
        creationToken,
        answers: {},
        enteredById: userId,
        paperReceivedOn: new Date(receivedOn),
        paperLanguage: language,
      },
    );
  });
}
