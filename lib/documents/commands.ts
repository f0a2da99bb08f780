import "server-only";
import {
  findEditable,
  leaveTraces,
  lockEditable,
  type Editable,
} from "@/lib/applications/commands/edit";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db, rollBack, transaction, type Tx } from "@/lib/db";
import { displayName } from "@/lib/documents/display-name";
import { inspectBytes } from "@/lib/documents/inspect/inspect";
import { DOCUMENT_MAX_BYTES, DOCUMENTS_PER_SECTION } from "@/lib/documents/limits";
import type { DocumentProblem } from "@/lib/documents/problems";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";
import type { DocumentKind } from "@/prisma/generated/enums";

/** A file as a form hands it in; its name, size and bytes are not trusted. */
export interface Upload {
  readonly name: string;
  /** Bytes, as declared. */
  readonly size: number;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
}

export type AddDocumentError = "notFound" | "locked" | "tooMany" | DocumentProblem;

/**
 * Attaches a file: its true type must be one of those allowed and the one its name claims. The bytes
 * are stored first, then the row is written; where that is refused the bytes are removed again.
 */
export async function addDocument(
  viewer: Viewer,
  applicationId: string,
  kind: DocumentKind,
  upload: Upload,
): Promise<Result<{ documentId: string; version: number }, AddDocumentError>> {
  // Before any byte is read; asked again under lock below.
  const room = await roomForDocument(viewer, applicationId);
  if (!room.ok) return room;

  if (upload.size > DOCUMENT_MAX_BYTES) return err("tooLarge");
  const bytes = await readAtMost(upload.content, DOCUMENT_MAX_BYTES);
  if (!bytes) return err("tooLarge");
  const name = displayName(upload.name);
  const inspected = await inspectBytes(bytes, name);
  if (!inspected.ok) return inspected;

  const store = storage();
  const stored = await storeBytes(store, bytes, inspected.value.mediaType);
  let kept = false;
  try {
    const added = await transaction(
      async (tx): Promise<Result<{ documentId: string; version: number }, AddDocumentError>> => {
        const locked = await lockEditable(tx, viewer, applicationId, "documents");
        if (!locked.ok) return rollBack(locked);
        if (await isFull(tx, locked.value.id)) return rollBack(err("tooMany"));
        const { id } = await tx.document.create({
          data: {
            applicationId: locked.value.id,
            kind,
            name,
            mediaType: inspected.value.mediaType,
            ...stored,
            uploadedById: viewer.userId,
            uploadedAt: now(),
          },
          select: { id: true },
        });
        const file = { documentId: id, documentKind: kind, name, sha256: stored.sha256 };
        await tell(tx, viewer, locked.value, "document.added", file);
        return ok({ documentId: id, version: locked.value.version });
      },
    );
    kept = added.ok;
    return added;
  } finally {
    if (!kept) await store.remove(stored.key);
  }
}

/** Whether a file could be attached now. Asked before bytes of an upload are taken in at all. */
export async function roomForDocument(
  viewer: Viewer,
  applicationId: string,
): Promise<Result<void, "notFound" | "locked" | "tooMany">> {
  const editable = await findEditable(db(), viewer, applicationId, "documents");
  if (!editable.ok) return editable;
  return (await isFull(db(), editable.value.id)) ? err("tooMany") : ok(undefined);
}

/** Takes a document off the application. The row and the bytes stay: an earlier submission may show it. */
export async function removeDocument(
  viewer: Viewer,
  applicationId: string,
  documentId: string,
): Promise<Result<{ version: number }, "notFound" | "locked">> {
  return transaction(async (tx) => {
    const locked = await lockEditable(tx, viewer, applicationId, "documents");
    if (!locked.ok) return rollBack(locked);
    const document = await tx.document.findFirst({
      where: { ...idIs(documentId), applicationId: locked.value.id, removedAt: null },
      select: { id: true, kind: true, name: true, sha256: true },
    });
    if (!document) return rollBack(err("notFound"));
    const { id, kind, name, sha256 } = document;
    await tx.document.update({ where: { id }, data: { removedAt: now() } });
    const file = { documentId: id, documentKind: kind, name, sha256 };
    await tell(tx, viewer, locked.value, "document.removed", file);
    return ok({ version: locked.value.version });
  });
}

function tell(
  tx: Tx,
  viewer: Viewer,
  application: Editable,
  kind: "document.added" | "document.removed",
  data: { documentId: string; documentKind: string; name: string; sha256: string },
) {
  const { id: applicationId, exporterId } = application;
  return leaveTraces(tx, viewer, application, {
    kind,
    applicationId,
    exporterId,
    data,
  });
}

async function isFull(reader: Pick<Tx, "document">, applicationId: string): Promise<boolean> {
  const where = { applicationId, removedAt: null };
  return (await reader.document.count({ where })) >= DOCUMENTS_PER_SECTION;
}

/** All bytes, or null as soon as there are more than `limit`, whatever size was declared. */
async function readAtMost(content: Upload["content"], limit: number): Promise<Uint8Array | null> {
  if (content instanceof Uint8Array) return content.length > limit ? null : content;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
