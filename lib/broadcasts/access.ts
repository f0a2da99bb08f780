import type { OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { inForce } from "@/lib/people/mandate";
import type { Prisma } from "@/prisma/generated/client";

/** Only administrators speak to exporters at large; everybody of the office reads what was said. */
export function announces({ roles }: Pick<OfficerViewer, "roles">): boolean {
  return roles.includes("administrator");
}

/** The exporters for whom the person acts. Asked of the database: a viewer is as old as their request. */
const actedForBy = (userId: string): Prisma.ExporterWhereInput => ({
  mandates: { some: { AND: [inForce(), { userId }] } },
});

/** Of those that an announcement is for, whom the viewer may read of: never an exporter of others. */
export function addressedFor(
  viewer: Pick<Viewer, "userId"> | null,
): Prisma.BroadcastExporterWhereInput {
  return viewer ? { exporter: actedForBy(viewer.userId) } : { exporterId: { in: [] } };
}

/**
 * What pages show now to the viewer, or to a visitor: what is for everybody, and what is for an exporter for whom
 * they act. Never what they have hidden.
 */
export function shownTo(viewer: Pick<Viewer, "userId"> | null): Prisma.BroadcastWhereInput {
  const at = now();
  const shown = { takenBackAt: null, shownFrom: { lte: at }, shownUntil: { gt: at } };
  if (viewer === null) return { ...shown, everybody: true };
  return {
    ...shown,
    OR: [{ everybody: true }, { exporters: { some: addressedFor(viewer) } }],
    hidden: { none: { userId: viewer.userId } },
  };
}
