import { visibleTo as visibleApplications } from "@/lib/applications/access";
import type { Viewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** The documents a viewer may know about: those of the applications they may know about. */
export function visibleTo(viewer: Viewer): Prisma.DocumentWhereInput {
  return { application: visibleApplications(viewer) };
}
