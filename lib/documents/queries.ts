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
      },
    });
    if (!found) return null;
    const { application, uploadedAt, removedAt, ...document } = found;
    const submitted = application.submissions.some(
      ({ submittedAt }) => uploadedAt <= submittedAt && (!removedAt || submittedAt < removedAt),
    );
    if (removedAt && !submitted) return null;
    await record(tx, actorOf(viewer), {
      kind: "document.read",
      applicationId: application.id,
      exporterId: application.exporterId,
      data: { documentId: document.id },
    });
    return document;
  });
  if (!document) return null;
  const { name, mediaType, size, store, key } = document;
  return { name, mediaType, size, stream: await storeNamed(store).read(key) };
}
