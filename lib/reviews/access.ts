import { visibleTo } from "@/lib/applications/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { notOwn } from "@/lib/exporters/own-profile";
import { idIs } from "@/lib/row-id";
import type { OfficerRole } from "@/prisma/generated/enums";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The file, if the officer may act on it: the office sees it, it is not of a profile to which the officer
 * belongs or has belonged (rule R29), and they did not type it in from paper.
 */
export function actedOnBy(
  viewer: OfficerViewer,
  applicationId: string,
): Prisma.ApplicationWhereInput {
  return {
    AND: [
      visibleTo(viewer),
      idIs(applicationId),
      { exporter: notOwn(viewer) },
      { OR: [{ enteredById: null }, { enteredById: { not: viewer.userId } }] },
    ],
  };
}

/** Whether the officer has the role that a move asks for. */
export function hasRole(viewer: OfficerViewer, role: OfficerRole): boolean {
  return viewer.roles.includes(role);
}
