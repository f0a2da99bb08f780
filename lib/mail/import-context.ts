import "server-only";
import { isoDate } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { PortalEvent } from "@/lib/events/event";
import { originalDueOn } from "@/lib/imports/original";
import { mandatedSelect, readerOf } from "@/lib/mail/readers";
import type { ImportContext } from "@/lib/mail/told-of-imports";

const announced = { number: true, importedOn: true } as const;

/** What must be known to decide who is told of an event about an import; null for other events. */
export async function findImportContext(
  tx: Tx,
  event: PortalEvent,
  officeMailbox: string,
): Promise<ImportContext | null> {
  if (!event.kind.startsWith("import.") || event.kind === "import.confirmed") return null;
  if (!("exporterId" in event)) return null;
  const importId = "importCertificateId" in event ? (event.importCertificateId ?? null) : null;
  const announcementId = "announcementId" in event ? (event.announcementId ?? null) : null;
  const certificate =
    importId === null
      ? null
      : await tx.importCertificate.findUniqueOrThrow({
          where: { id: importId },
          select: { ...announced, originalReceivedOn: true },
        });
  const announcement =
    announcementId === null
      ? null
      : await tx.importAnnouncement.findUniqueOrThrow({
          where: { id: announcementId },
          select: announced,
        });
  const exporter = await tx.exporter.findUniqueOrThrow({
    where: { id: event.exporterId },
    select: mandatedSelect(),
  });
  const importedOn = (certificate ?? announcement)?.importedOn ?? null;
  const due = importedOn && !certificate?.originalReceivedOn;
  return {
    officeMailbox,
    exporterName: exporter.legalName,
    number: (certificate ?? announcement)?.number ?? "",
    dueOn: due ? originalDueOn(isoDate(importedOn)) : null,
    importId,
    mandated: exporter.mandates.flatMap(({ user }) => readerOf(user)),
  };
}
