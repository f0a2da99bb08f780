import type { Viewer } from "@/lib/auth/viewer";
import { inForce } from "@/lib/people/mandate";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The open requests to sign in with a new credential that the viewer may decide, never about themselves:
 * an administrator any; another owner of a profile those of the people who act for it, unless they are
 * of the office.
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
      const user = {
        roles: { isEmpty: true },
        mandates: { some: { AND: [inForce(), { exporterId }] } },
      };
      return { ...open, user };
    }
  }
}
