import "server-only";
import { rm } from "node:fs/promises";
import { actorFor, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db, rollBack, transaction, type Db } from "@/lib/db";
import { displayName, freeName } from "@/lib/documents/display-name";
import { inspectFile } from "@/lib/documents/inspector";
import { DAILY_MAX_BYTES, DOCUMENTS_PER_SECTION } from "@/lib/documents/limits";
import { findOpen, lockOpen, tellOfDocument, type Matter } from "@/lib/documents/open-matter";
import type { DocumentProblem } from "@/lib/documents/problems";
import { scanArrival, type ScanColumns } from "@/lib/documents/scan/arrival";
import { record } from "@/lib/events/record";
import { addJob } from "@/lib/jobs/queue";
import { log } from "@/lib/log";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";
import { storage } from "@/lib/storage/stores";
import type { IncomingFile } from "@/lib/storage/write-incoming";
import type { DocumentKind } from "@/prisma/generated/enums";

/** A file that has come in; neither its name nor its bytes are trusted. */
export interface Upload extends IncomingFile {
  readonly name: string;
}

type Refusal = { readonly ok: false; readonly error: "tooMany" } | Duplicate;
/** The same bytes are already there as the same kind of document, under a name. */
type Duplicate = { readonly ok: false; readonly error: "duplicate"; readonly under: string };
type AddDocumentError =
  "notFound" | "locked" | "failed" | "infected" | "unscannable" | DocumentProblem;
export type Added = Result<{ documentId: string }, AddDocumentError> | Refusal;

/**
 * Attaches a file: its true type must be one of those allowed and the one its name claims, and no virus is
 * found in it; while the scanner is away it is attached, and waits. The bytes are stored first, then the row
 * is written; where that is refused the bytes are removed again. The file that came in is gone afterwards in
 * every case.
 */
export async function addDocument(
  viewer: Viewer,
  matter: Matter,
  kind: DocumentKind,
  upload: Upload,
): Promise<Added> {
  try {
    const open = await findOpen(db(), viewer, matter);
    if (!open.ok) return open;
    const refused = await whyNot(db(), open.value.of, kind, upload.sha256);
    if (refused) return refused;

    const name = displayName(upload.name);
    const inspected = await inspectFile(upload.path, name);
    if (!inspected.ok) return inspected;
    const { mediaType } = inspected.value;
    const arrival = await scanArrival(upload.path);
    if (arrival.kind === "unscannable") return err(arrival.kind);
    if (arrival.kind === "infected") {
      const data = { documentId: null, name, threat: arrival.threat };
      const { of, exporterId } = open.value;
      const event = { kind: "document.infected", ...of, exporterId, data } as const;
      await transaction((tx) => record(tx, actorFor(viewer, exporterId), event));
      return err(arrival.kind);
    }

    const stored = await store(upload, mediaType);
    if (!stored) return err("failed");
    // Where it is not known whether the row was written, the bytes stay: those of no row are swept.
    const added = await writeRow(viewer, matter, {
      ...{ kind, name, mediaType },
      ...stored,
      ...arrival.columns,
    });
    if (!added.ok) await storage().remove(stored.key);
    return added;
  } finally {
    await rm(upload.path, { force: true });
  }
}

type Row = {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly mediaType: string;
} & NonNullable<Awaited<ReturnType<typeof store>>> &
  ScanColumns;

function writeRow(viewer: Viewer, matter: Matter, row: Row): Promise<Added> {
  return transaction(async (tx): Promise<Added> => {
    const locked = await lockOpen(tx, viewer, matter);
    if (!locked.ok) return rollBack(locked);
    const { of } = locked.value;
    const refused = await whyNot(tx, of, row.kind, row.sha256);
    if (refused) return rollBack(refused);
    const others = await tx.document.findMany({ where: here(of), select: { name: true } });
    const name = freeName(
      row.name,
      others.map((other) => other.name),
    );
    const { id } = await tx.document.create({
      data: { ...row, ...of, name, uploadedById: viewer.userId, uploadedAt: now() },
      select: { id: true },
    });
    if (row.scan === "waiting") await addJob(tx, "scanDocument", { documentId: id });
    const { kind: documentKind, sha256 } = row;
    const data = { documentId: id, documentKind, name, sha256 };
    await tellOfDocument(tx, viewer, locked.value, { kind: "document.added", data });
    return ok({ documentId: id });
  });
}

/** Keeps the bytes for good; null where the store is away. */
async function store({ path, size, sha256 }: Upload, mediaType: string) {
  const to = storage();
  try {
    const key = await to.put({ path, size, sha256, mediaType });
    return { store: to.name, key, size, sha256 };
  } catch (error) {
    log().error({ err: error, store: to.name }, "a document could not be stored");
    return null;
  }
}

/** Whether a file could be attached now. Asked before bytes of an upload are taken in at all. */
export async function roomForDocument(
  viewer: Viewer,
  matter: Matter,
): Promise<Result<void, "notFound" | "locked" | "tooMany" | "tooMuchToday">> {
  const open = await findOpen(db(), viewer, matter);
  if (!open.ok) return open;
  if (await isFull(db(), open.value.of)) return err("tooMany");
  return (await hasEnoughToday(viewer)) ? err("tooMuchToday") : ok(undefined);
}

/** Adding and removing again would otherwise fill the store: what is removed stays there for weeks. */
async function hasEnoughToday({ userId }: Viewer): Promise<boolean> {
  const since = new Date(now().getTime() - 24 * 3_600_000);
  const { _sum } = await db().document.aggregate({
    where: { uploadedById: userId, uploadedAt: { gt: since } },
    _sum: { size: true },
  });
  return (_sum.size ?? 0) >= DAILY_MAX_BYTES;
}

/**
 * Takes a document off its matter. The row and the bytes stay: an earlier submission may show it. The scan
 * from which a certificate was registered is the exporter's and what the entry rests on, and so is the copy with
 * which an export was reported: nobody takes them off.
 */
export async function removeDocument(
  viewer: Viewer,
  matter: Matter,
  documentId: string,
): Promise<Result<void, "notFound" | "locked">> {
  return transaction(async (tx) => {
    const locked = await lockOpen(tx, viewer, matter);
    if (!locked.ok) return rollBack(locked);
    const document = await tx.document.findFirst({
      where: { ...idIs(documentId), ...removable(locked.value.of) },
      select: { id: true, kind: true, name: true, sha256: true },
    });
    if (!document) return rollBack(err("notFound"));
    const { id, kind: documentKind, name, sha256 } = document;
    await tx.document.update({ where: { id }, data: { removedAt: now() } });
    const data = { documentId: id, documentKind, name, sha256 };
    await tellOfDocument(tx, viewer, locked.value, { kind: "document.removed", data });
    return ok(undefined);
  });
}

/** The documents that stand in a matter now. */
const here = (of: Matter) => ({ ...of, removedAt: null });

const removable = (of: Matter) => {
  if ("importCertificateId" in of) return { ...here(of), announcementId: null, messageId: null };
  return "certificateId" in of ? { ...here(of), steps: { none: {} } } : here(of);
};

async function isFull(reader: Db, of: Matter): Promise<boolean> {
  return (await reader.document.count({ where: here(of) })) >= DOCUMENTS_PER_SECTION;
}

async function whyNot(
  reader: Db,
  of: Matter,
  kind: DocumentKind,
  sha256: string,
): Promise<Refusal | null> {
  // One paper may be two kinds of document at once; as the same kind it would count twice.
  const same = await reader.document.findFirst({
    where: { ...here(of), kind, sha256 },
    select: { name: true },
  });
  if (same) return { ok: false, error: "duplicate", under: same.name };
  return (await isFull(reader, of)) ? err("tooMany") : null;
}
