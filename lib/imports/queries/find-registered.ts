import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { visibleTo } from "@/lib/imports/access";
import { isReviewer } from "@/lib/imports/refusal";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** What the register says of a certificate's paper, its scans and its original; null where there is none. */
export async function findRegistered(viewer: OfficerViewer, importCertificateId: string) {
  const found = await db().importCertificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(importCertificateId)] },
    select: {
      id: true,
      issuer: true,
      number: true,
      provenance: true,
      origins: true,
      shipper: true,
      parcels: true,
      issuedOn: true,
      expiresOn: true,
      importedOn: true,
      stampSeen: true,
      originalReceivedOn: true,
      originalReceivedBy: named,
      registeredAt: true,
      registeredBy: named,
      carats: true,
      valueUsd: true,
      lines: { orderBy: { subheading: "asc" } },
      confirmations: { select: { id: true }, take: 1 },
      exporter: {
        select: {
          legalName: true,
          ...mandateOf(viewer),
        },
      },
      announcement: { select: { id: true, issuer: true, number: true, importedOn: true } },
      documents: {
        where: { removedAt: null },
        orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
        select: {
          id: true,
          announcementId: true,
          messageId: true,
          kind: true,
          name: true,
          size: true,
          scan: true,
          uploadedAt: true,
          uploadedBy: named,
        },
      },
    },
  });
  if (!found) return null;
  const { exporter, lines, announcement, confirmations, ...rest } = found;
  const ownProfile = isOwn(exporter);
  const reviews = isReviewer(viewer) && !ownProfile;
  return {
    ...rest,
    issuedOn: isoDate(found.issuedOn),
    expiresOn: isoDate(found.expiresOn),
    importedOn: isoDate(found.importedOn),
    originalReceivedOn: found.originalReceivedOn ? isoDate(found.originalReceivedOn) : null,
    originalReceivedBy: fullName(found.originalReceivedBy),
    registeredBy: fullName(found.registeredBy),
    carats: found.carats.toFixed(2),
    valueUsd: found.valueUsd.toFixed(2),
    lines: lines.map(({ subheading, carats, valueUsd }) => ({
      subheading,
      /** Null in an entry of before lines were kept. */
      carats: carats?.toFixed(2) ?? null,
      valueUsd: valueUsd?.toFixed(2) ?? null,
    })),
    importerName: exporter.legalName,
    ownProfile,
    announcement: announcement && {
      ...announcement,
      importedOn: announcement.importedOn ? isoDate(announcement.importedOn) : null,
    },
    documents: found.documents.map(({ uploadedBy, announcementId, messageId, ...document }) => ({
      ...document,
      /** What came with the announcement or a message stays. */
      mayTakeOff: reviews && announcementId === null && messageId === null,
      uploadedBy: fullName(uploadedBy),
    })),
    /** Adds scans. */
    mayScan: reviews,
    mayReceive: reviews && found.originalReceivedOn === null,
    /** Until the import has been confirmed abroad with the day that stands here. */
    mayCorrectOriginal: reviews && found.originalReceivedOn !== null && confirmations.length === 0,
  };
}
export type RegisteredPaper = NonNullable<Awaited<ReturnType<typeof findRegistered>>>;
