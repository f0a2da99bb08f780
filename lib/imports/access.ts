import { profilesWith, type Viewer } from "@/lib/auth/viewer";
import { profilesEntered } from "@/lib/exporters/access";
import type { Prisma } from "@/prisma/generated/client";

/** The import certificates a viewer may know about: those of their profiles; all for the office. */
export function visibleTo(viewer: Viewer): Prisma.ImportCertificateWhereInput {
  switch (viewer.kind) {
    case "exporter":
      return {
        OR: [
          { exporterId: { in: profilesWith(viewer, "view") } },
          ...profilesEntered(viewer).map((exporter) => ({ exporter })),
        ],
      };
    case "officer":
      return {};
  }
}

/** The announced imports a viewer may know about; the office, once they have been sent. */
export function announcementsVisibleTo(viewer: Viewer): Prisma.ImportAnnouncementWhereInput {
  switch (viewer.kind) {
    case "exporter":
      return { exporterId: { in: profilesWith(viewer, "view") } };
    case "officer":
      return { sentAt: { not: null } };
  }
}

/** Of those, the ones that the viewer may change, send and withdraw for their exporter: none for an officer. */
export function announcementsPreparedBy(viewer: Viewer): Prisma.ImportAnnouncementWhereInput {
  const exporterIds = viewer.kind === "exporter" ? profilesWith(viewer, "prepare") : [];
  return { AND: [announcementsVisibleTo(viewer), { exporterId: { in: exporterIds } }] };
}
