import { randomUUID } from "node:crypto";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { announceImport } from "@/lib/imports/commands/announce";
import { sendAnnouncement } from "@/lib/imports/commands/send-announcement";
import type { AnnouncedImport } from "@/lib/imports/schema-announce";
import type { ScanState } from "@/prisma/generated/enums";
import { pdf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";

/** What a certificate says that came in two days ago; a fresh number each time. */
export const announced = (): AnnouncedImport => ({
  issuer: "BW",
  number: `BW ${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`,
  importedOn: addDays(todayInOttawa(), -2),
});

/** A scan without bytes in any store: for what does not open it. */
export function addScan(
  { userId }: ExporterViewer,
  announcementId: string,
  scan: ScanState = "unscanned",
) {
  return db().document.create({
    data: {
      announcementId,
      kind: "import_certificate",
      name: "certificate.pdf",
      mediaType: "application/pdf",
      size: 412_000,
      sha256: "0".repeat(64),
      store: "local",
      key: randomUUID(),
      scan,
      uploadedById: userId,
    },
    select: { id: true },
  });
}

/** An announcement in preparation, with its scan; made by the real command. */
export async function newAnnounced(
  viewer: ExporterViewer,
  exporterId: string,
  facts: AnnouncedImport = announced(),
): Promise<string> {
  const made = await announceImport(viewer, exporterId, facts, randomUUID());
  if (!made.ok) throw new Error(made.error);
  const matter = { announcementId: made.value.announcementId };
  const scan = await cameIn("certificate.pdf", pdf);
  const added = await addDocument(viewer, matter, "import_certificate", scan);
  if (!added.ok) throw new Error(added.error);
  return matter.announcementId;
}

/** Presses Send on what the page shows now. */
export async function sendNow(viewer: ExporterViewer, announcementId: string) {
  const where = { id: announcementId };
  const { version } = await db().importAnnouncement.findUniqueOrThrow({ where });
  return sendAnnouncement(viewer, announcementId, version);
}

/** The same, with the office. */
export async function newSent(
  viewer: ExporterViewer,
  exporterId: string,
  facts?: AnnouncedImport,
): Promise<string> {
  const id = await newAnnounced(viewer, exporterId, facts);
  const sent = await sendNow(viewer, id);
  if (!sent.ok) throw new Error(sent.error);
  return id;
}

/** By which ids it, its newest version and its scan can be asked for. */
export async function asTarget(id: string) {
  const { version, documents } = await db().importAnnouncement.findUniqueOrThrow({
    where: { id },
    select: { version: true, documents: { select: { id: true } } },
  });
  const matter = { announcementId: id };
  return { ...matter, matter, version, documentId: documents[0]?.id ?? id };
}
