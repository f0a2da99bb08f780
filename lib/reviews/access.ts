import { visibleTo } from "@/lib/applications/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { OfficerRole } from "@/prisma/generated/enums";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The files on which an officer may act: those the office sees, without those of a profile to which
 * the officer belongs or has belonged (rule R29).
 */
export function actedOnBy(viewer: OfficerViewer): Prisma.ApplicationWhereInput {
  return {
    AND: [visibleTo(viewer), { exporter: { mandates: { none: { userId: viewer.userId } } } }],
  };
}

/** Whether the officer has the role for a move; pages ask it too, commands never rely on pages. */
export function isOne(viewer: OfficerViewer, role: OfficerRole): boolean {
  return viewer.roles.includes(role);
}
