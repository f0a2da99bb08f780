import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { announcementsVisibleTo } from "@/lib/imports/access";
import { isReviewer } from "@/lib/imports/refusal";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** An announcement with its scans, as the office reads it, and what the officer may do; null where there is none. */
export async function findSentAnnouncement(viewer: OfficerViewer, announcementId: string) {
  const found = await db().importAnnouncement.findFirst({
    where: { AND: [announcementsVisibleTo(viewer), idIs(announcementId)] },
    select: {
      id: true,
      status: true,
      version: true,
      issuer: true,
      number: true,
      importedOn: true,
      note: true,
      sentAt: true,
      answer: true,
      answeredAt: true,
      answeredBy: named,
      importCertificateId: true,
      importCertificate: { select: { number: true } },
      createdBy: { select: { ...named.select, language: true } },
      exporter: {
        select: {
          id: true,
          legalName: true,
          city: true,
          province: true,
          ...mandateOf(viewer),
        },
      },
      documents: {
        where: { removedAt: null },
        orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
        select: { id: true, kind: true, name: true, scan: true },
      },
    },
  });
  if (!found) return null;
  const { exporter, createdBy, answeredBy, importedOn, importCertificate, ...rest } = found;
  const { id, legalName, city, province } = exporter;
  const ownProfile = isOwn(exporter);
  return {
    ...rest,
    importedOn: importedOn ? isoDate(importedOn) : null,
    importer: { id, legalName, city, province },
    ownProfile,
    /** Who announced it, and the language in which they read. */
    announcedBy: { name: fullName(createdBy), language: createdBy.language },
    answeredBy: fullName(answeredBy),
    /** As the office read it, once it is in the register. */
    registeredNumber: importCertificate?.number ?? null,
    mayAnswer: isReviewer(viewer) && !ownProfile && found.status === "sent",
  };
}
export type Announced = NonNullable<Awaited<ReturnType<typeof findSentAnnouncement>>>;
