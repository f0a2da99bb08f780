import { profilesWith, type Viewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** The exporter profiles a viewer may know about. */
export function visibleTo(viewer: Viewer): Prisma.ExporterWhereInput {
  switch (viewer.kind) {
    case "exporter":
      return { id: { in: profilesWith(viewer, "view") } };
    case "officer":
      return {};
  }
}

/** Of those, the ones whose facts the viewer may change: their own. */
export function ownedBy(viewer: Viewer): Prisma.ExporterWhereInput {
  const standings = viewer.kind === "exporter" ? viewer.standings : [];
  const owned = standings.filter((standing) => standing.kind === "owner");
  return { id: { in: owned.map((standing) => standing.exporterId) } };
}
