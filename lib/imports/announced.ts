import { isoDate } from "@/lib/clock";
import type { AnnouncedImport } from "@/lib/imports/schema-announce";
import type { Prisma } from "@/prisma/generated/client";

/** What is announced, as columns. */
export const announcedColumns = {
  issuer: true,
  number: true,
  importedOn: true,
  note: true,
} satisfies Prisma.ImportAnnouncementSelect;

type Row = Prisma.ImportAnnouncementGetPayload<{ select: typeof announcedColumns }>;

/** From the row: what is null there is not there. */
export function announcedIn({ issuer, number, importedOn, note }: Row): AnnouncedImport {
  return {
    ...(issuer !== null && { issuer }),
    ...(number !== null && { number }),
    ...(importedOn !== null && { importedOn: isoDate(importedOn) }),
    ...(note !== null && { note }),
  };
}

/** The way back. */
export function columnsOf({ issuer, number, importedOn, note }: AnnouncedImport): Row {
  return {
    issuer: issuer ?? null,
    number: number ?? null,
    importedOn: importedOn === undefined ? null : new Date(importedOn),
    note: note ?? null,
  };
}
