import { visibleTo as visibleApplications } from "@/lib/applications/access";
import { announcementsVisibleTo, visibleTo as visibleImports } from "@/lib/imports/access";
import { openable } from "@/lib/documents/openable";
import { messagesVisibleTo } from "@/lib/messages/access";
import type { Viewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** The documents a viewer may know about: those of the applications, certificates, imports and messages they may know about. */
export function visibleTo(viewer: Viewer): Prisma.DocumentWhereInput {
  return {
    OR: [
      { applicationId: { not: null }, application: visibleApplications(viewer) },
      { certificateId: { not: null }, certificate: { application: visibleApplications(viewer) } },
      { announcement: announcementsVisibleTo(viewer) },
      // Where all may be known, as the office may, Prisma drops a condition that is empty.
      { importCertificateId: { not: null }, importCertificate: visibleImports(viewer) },
      { messageId: { not: null }, message: messagesVisibleTo(viewer) },
    ],
  };
}

/** Those of them whose bytes anybody is given: the virus scanner has judged them, or there is none. */
export function openableBy(viewer: Viewer): Prisma.DocumentWhereInput {
  return { AND: [visibleTo(viewer), { scan: { in: [...openable] }, bytesRemovedAt: null }] };
}
