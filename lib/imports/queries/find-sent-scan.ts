import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { isOwn } from "@/lib/exporters/own-profile";
import { isReviewer } from "@/lib/imports/refusal";
import { scanColumns, sentScans } from "@/lib/imports/sent-scans";
import { fullName } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** A file that an exporter sent with a message, as the office reads it, and whether it can be registered from. */
export async function findSentScan(viewer: OfficerViewer, documentId: string) {
  const found = await db().document.findFirst({
    where: { AND: [sentScans, idIs(documentId)] },
    select: scanColumns(viewer),
  });
  if (!found?.message) return null;
  const { message, ...document } = found;
  const { exporter, ...thread } = message.thread;
  const { id, legalName, city, province, mergedIntoId } = exporter;
  const ownProfile = isOwn(exporter);
  return {
    ...document,
    thread,
    sentAt: message.sentAt,
    sentBy: fullName(message.author),
    importer: { id, legalName, city, province },
    ownProfile,
    mayRegister:
      isReviewer(viewer) && !ownProfile && mergedIntoId === null && !found.importCertificate,
  };
}
export type SentScan = NonNullable<Awaited<ReturnType<typeof findSentScan>>>;
