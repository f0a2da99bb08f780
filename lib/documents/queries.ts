import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { visibleTo } from "@/lib/documents/access";
import { record } from "@/lib/events/record";
import { idIs } from "@/lib/row-id";
import { storeNamed } from "@/lib/storage/stores";

/**
 * A document with its bytes, or null. Reading is recorded. One that was removed stays readable where
 * it is part of a submission: a receipt and a review show what was sent.
 */
export async function openDocument(viewer: Viewer, documentId: string) {
  const document = await transaction(async (tx) => {
    const found = await tx.document.findFirst({
      where: { AND: [visibleTo(viewer), idIs(documentId)] },
      select: {
        id: true,
        name: true,
        mediaType: true,
        size: true,
        store: true,
        key: true,
        uploadedAt: true,
        removedAt: true,
        application: {
          select: { id: true, exporterId: true, submissions: { select: { submittedAt: true } } },
        },
        announcement: { select: { id: true, exporterId: true } },
        importCertificate: { select: { id: true, exporterId: true } },
      },
    });
    if (!found) return null;
    const { application, announcement, importCertificate, uploadedAt, removedAt, ...document } =
      found;
    const submitted = application?.submissions.some(
      ({ submittedAt }) => uploadedAt <= submittedAt && (!removedAt || submittedAt < removedAt),
    );
    if (removedAt && !submitted) return null;
    await record(tx, actorOf(viewer), {
      kind: "document.read",
      ...matterOf({ application, announcement, importCertificate }),
      data: { documentId: document.id },
    });
    return document;
  });
  if (!document) return null;
  const { name, mediaType, size, store, key } = document;
  return { name, mediaType, size, stream: await storeNamed(store).read(key) };
}

type Of = { id: string; exporterId: string } | null;

/** What a document is of, as an event names it. The database has it of one matter. */
function matterOf({
  application,
  announcement,
  importCertificate,
}: {
  application: Of;
  announcement: Of;
  importCertificate: Of;
}) {
  if (application) return { applicationId: application.id, exporterId: application.exporterId };
  const importId = importCertificate ? { importCertificateId: importCertificate.id } : {};
  if (announcement) {
    return { announcementId: announcement.id, exporterId: announcement.exporterId, ...importId };
  }
  if (!importCertificate) throw new Error("A document is of an application or of an import.");
  return { importCertificateId: importCertificate.id, exporterId: importCertificate.exporterId };
}
