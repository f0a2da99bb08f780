import "server-only";
import { findDraftOpen, holdDraft, lockMessage } from "@/lib/documents/message-matter";
import { findReportOpen, holdReport, lockCertificate } from "@/lib/documents/report-matter";
import { findEditable, leaveTraces, lockEditable } from "@/lib/applications/commands/edit";
import { actorOf, profilesWith, type Viewer } from "@/lib/auth/viewer";
import { rollBack, type Db, type Tx } from "@/lib/db";
import type { EventOf } from "@/lib/events/event";
import { record } from "@/lib/events/record";
import { holdMandate } from "@/lib/exporters/hold";
import { announcementsVisibleTo, visibleTo as visibleImports } from "@/lib/imports/access";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";
import type { AnnouncementStatus } from "@/prisma/generated/enums";

/**
 * What a document is of: an application, a certificate that was issued, an import that is announced, one that is
 * registered, or a message.
 */
export type Matter =
  | { readonly applicationId: string }
  | { readonly certificateId: string }
  | { readonly announcementId: string }
  | { readonly importCertificateId: string }
  | { readonly messageId: string };

/** A matter to which its viewer may add documents now, and from which they may take them. */
export interface OpenMatter {
  readonly of: Matter;
  readonly exporterId: string;
}

type Found = Result<OpenMatter, "notFound" | "locked">;

/** The matter as the viewer may change its documents now; nothing is locked by this. */
export async function findOpen(reader: Db, viewer: Viewer, matter: Matter): Promise<Found> {
  if ("applicationId" in matter) {
    const { applicationId } = matter;
    return asMatter(await findEditable(reader, viewer, applicationId, "documents"));
  }
  if ("certificateId" in matter) {
    return findReportOpen(reader, viewer, matter.certificateId);
  }
  if ("announcementId" in matter) {
    const found = await reader.importAnnouncement.findFirst({
      where: { AND: [preparedBy(viewer), idIs(matter.announcementId)] },
      select: { id: true, exporterId: true, status: true },
    });
    if (!found) return err("notFound");
    const { id, exporterId, status } = found;
    return withExporter.includes(status)
      ? ok({ of: { announcementId: id }, exporterId })
      : err("locked");
  }
  if ("messageId" in matter) return findDraftOpen(reader, viewer, matter.messageId);
  const found = await reader.importCertificate.findFirst({
    where: { AND: [scannedBy(viewer), idIs(matter.importCertificateId)] },
    select: { id: true, exporterId: true },
  });
  if (!found) return err("notFound");
  return ok({ of: { importCertificateId: found.id }, exporterId: found.exporterId });
}

/**
 * The same, and until the transaction ends nobody else changes its documents, sends it in or decides it. A
 * caller that does not go on must roll back.
 */
export async function lockOpen(tx: Tx, viewer: Viewer, matter: Matter): Promise<Found> {
  if ("applicationId" in matter) {
    return asMatter(await lockEditable(tx, viewer, matter.applicationId, "documents"));
  }
  // Nobody who may not add makes others wait.
  const found = await findOpen(tx, viewer, matter);
  if (!found.ok) return found;
  const { of } = found.value;
  if ("certificateId" in of) await lockCertificate(tx, of);
  else if ("messageId" in of) await lockMessage(tx, of);
  else if ("announcementId" in of) {
    await tx.$queryRaw`SELECT 1 FROM "ImportAnnouncement" WHERE id = ${of.announcementId}::uuid FOR NO KEY UPDATE`;
  } else if ("importCertificateId" in of) {
    await tx.$queryRaw`SELECT 1 FROM "ImportCertificate" WHERE id = ${of.importCertificateId}::uuid FOR NO KEY UPDATE`;
  }
  return findOpen(tx, viewer, matter);
}

type DocumentChange = Pick<EventOf<"document.added" | "document.removed">, "kind" | "data">;

/** Says what became of a document. Nothing of it stays where the viewer's mandate has ended meanwhile. */
export async function tellOfDocument(
  tx: Tx,
  viewer: Viewer,
  { of, exporterId }: OpenMatter,
  change: DocumentChange,
): Promise<void> {
  if ("applicationId" in of) {
    const application = { id: of.applicationId, exporterId };
    return leaveTraces(tx, viewer, application, { ...change, ...of, exporterId });
  }
  if ("certificateId" in of && !(await holdReport(tx, viewer, of))) rollBack(err("notFound"));
  if ("announcementId" in of && !(await holdMandate(tx, viewer, exporterId, "prepare"))) {
    rollBack(err("notFound"));
  }
  if ("messageId" in of && !(await holdDraft(tx, viewer, exporterId))) rollBack(err("notFound"));
  await record(tx, actorOf(viewer), { ...change, ...of, exporterId });
}

/** The states of an announcement in which it is the exporter's turn. */
const withExporter: readonly AnnouncementStatus[] = ["draft", "returned"];

function preparedBy(viewer: Viewer): Prisma.ImportAnnouncementWhereInput {
  const exporterIds = viewer.kind === "exporter" ? profilesWith(viewer, "prepare") : [];
  return { AND: [announcementsVisibleTo(viewer), { exporterId: { in: exporterIds } }] };
}

/** Registered certificates to which the viewer adds scans: a reviewer who never was of the profile. */
function scannedBy(viewer: Viewer): Prisma.ImportCertificateWhereInput {
  if (viewer.kind !== "officer" || !viewer.roles.includes("reviewer")) return { id: { in: [] } };
  const { userId } = viewer;
  return { AND: [visibleImports(viewer), { exporter: { mandates: { none: { userId } } } }] };
}

function asMatter(found: Result<{ id: string; exporterId: string }, "notFound" | "locked">): Found {
  if (!found.ok) return found;
  const { id, exporterId } = found.value;
  return ok({ of: { applicationId: id }, exporterId });
}
