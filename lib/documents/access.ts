import { visibleTo as visibleApplications } from "@/lib/applications/access";
import { announcementsVisibleTo, visibleTo as visibleImports } from "@/lib/imports/access";
import type { Viewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** The documents a viewer may know about: those of the applications and imports they may know about. */
export function visibleTo(viewer: Viewer): Prisma.DocumentWhereInput {
  return {
    OR: [
      { application: visibleApplications(viewer) },
      { announcement: announcementsVisibleTo(viewer) },
      { importCertificate: visibleImports(viewer) },
    ],
  };
}
