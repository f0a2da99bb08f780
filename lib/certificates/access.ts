import { visibleTo as applicationsVisibleTo } from "@/lib/applications/access";
import type { OfficerViewer, Viewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** The certificates a viewer may know about: those of the applications they may see. */
export function visibleTo(viewer: Viewer): Prisma.CertificateWhereInput {
  return { application: applicationsVisibleTo(viewer) };
}

/** Who prints, sends and follows certificates. */
export function mayFollow({ roles }: OfficerViewer): boolean {
  return roles.some((role) => role === "reviewer" || role === "signatory");
}
