import "server-only";
import { actorOf, type OfficerViewer, type Viewer } from "@/lib/auth/viewer";
import { db, transaction, type Db, type Tx } from "@/lib/db";
import { openableBy } from "@/lib/documents/access";
import { matterOf, matterSelect } from "@/lib/documents/matter";
import type { PageAsked } from "@/lib/documents/render/page";
import { drawPage } from "@/lib/documents/renderer";
import { record } from "@/lib/events/record";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import { storeNamed } from "@/lib/storage/stores";
import type { Prisma } from "@/prisma/generated/client";

/** A document with its bytes, or null. Reading is recorded. */
export async function openDocument(viewer: Viewer, documentId: string) {
  const document = await transaction(async (tx) => {
    const found = await findOpenable(tx, viewer, documentId);
    if (found) await recordRead(tx, viewer, found);
    return found;
  });
  if (!document) return null;
  const { name, mediaType, size, store, key } = document;
  return { name, mediaType, size, stream: await storeNamed(store).read(key) };
}

/**
 * One page of a document as an officer reads it, or why it cannot be shown; null where there is no such
 * document for them. Whether they may see it is asked before it is drawn and again when it is given; that
 * reading is recorded, with the page.
 */
export async function openPage(viewer: OfficerViewer, documentId: string, asked: PageAsked) {
  const document = await findOpenable(db(), viewer, documentId);
  if (!document) return null;
  const { kind, name, mediaType, size, uploadedAt } = document;
  const page = await drawPage(document, asked);
  const given = await transaction(async (tx) => {
    const still = await findOpenable(tx, viewer, documentId);
    if (still && page.ok) await recordRead(tx, viewer, still, asked.page);
    return still;
  });
  if (!given) return null;
  const uploadedBy = fullName(document.uploadedBy);
  return { kind, name, mediaType, size, uploadedAt, uploadedBy, page };
}

/** What is said of a document above its pages, on a page of its own; null where the officer may not open it. */
export async function findDocument(viewer: OfficerViewer, documentId: string) {
  const found = await findOpenable(db(), viewer, documentId);
  if (!found) return null;
  const { id, kind, name, application } = found;
  return { id, kind, name, applicationId: application?.id ?? null };
}

const opened = {
  ...matterSelect,
  id: true,
  kind: true,
  name: true,
  mediaType: true,
  size: true,
  store: true,
  key: true,
  uploadedAt: true,
  removedAt: true,
  uploadedBy: named,
  application: {
    select: { id: true, exporterId: true, submissions: { select: { submittedAt: true } } },
  },
} as const satisfies Prisma.DocumentSelect;

/**
 * The one way to bytes. A document that was removed stays readable where it is part of a submission: a
 * receipt and a review show what was sent. Nobody opens what waits for the virus scanner or was found infected.
 */
async function findOpenable(reader: Db, viewer: Viewer, documentId: string) {
  const found = await reader.document.findFirst({
    where: { AND: [openableBy(viewer), idIs(documentId)] },
    select: opened,
  });
  if (!found) return null;
  const { application, uploadedAt, removedAt } = found;
  const submitted = application?.submissions.some(
    ({ submittedAt }) => uploadedAt <= submittedAt && (!removedAt || submittedAt < removedAt),
  );
  return removedAt && !submitted ? null : found;
}

type Openable = NonNullable<Awaited<ReturnType<typeof findOpenable>>>;

function recordRead(tx: Tx, viewer: Viewer, document: Openable, page?: number) {
  return record(tx, actorOf(viewer), {
    kind: "document.read",
    ...matterOf(document),
    data: { documentId: document.id, ...(page === undefined ? {} : { page }) },
  });
}
