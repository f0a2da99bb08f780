import type { Viewer } from "@/lib/auth/viewer";
import { inForce } from "@/lib/people/mandate";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The open requests to sign in with a new credential that the viewer may decide, never about themselves:
 * an administrator any; another owner those of a person who acts only for profiles of theirs, and is not of
 * the office. Who owns one profile cannot open the door to another.
 */
export function decidableBy(viewer: Viewer): Prisma.CredentialRequestWhereInput {
  const { userId } = viewer;
  const open = { decidedAt: null, requesterId: { not: userId }, userId: { not: userId } };
  switch (viewer.kind) {
    case "officer":
      return viewer.roles.includes("administrator") ? open : { id: { in: [] } };
    case "exporter": {
      const owned = viewer.standings.filter(({ kind }) => kind === "owner");
      const exporterId = { in: owned.map((standing) => standing.exporterId) };
      // A viewer is as old as their request; whoever was removed meanwhile decides no more.
      const ownedNow = {
        mandates: { some: { AND: [inForce(), { kind: "owner" as const, userId }] } },
      };
      const user = {
        roles: { isEmpty: true },
        mandates: {
          some: { AND: [inForce(), { exporterId, exporter: ownedNow }] },
          none: { AND: [inForce(), { exporterId: { notIn: exporterId.in } }] },
        },
      };
      return { ...open, user };
    }
  }
}

/** Who owns every one of these profiles today; nobody where there are none. */
export function ownersOfAll(exporterIds: readonly string[]): Prisma.UserWhereInput {
  if (exporterIds.length === 0) return { id: { in: [] } };
  const owns = (exporterId: string) => ({
    AND: [inForce(), { kind: "owner" as const, exporterId }],
  });
  return { AND: exporterIds.map((id) => ({ mandates: { some: owns(id) } })) };
}
