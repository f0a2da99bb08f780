import {
  profilesWith,
  type ExporterViewer,
  type OfficerViewer,
  type Viewer,
} from "@/lib/auth/viewer";
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

/** The profiles for which the viewer, a reviewer, is typing in an application that came on paper: a condition, or none. */
export function profilesEntered({
  entersPaper,
  userId,
}: ExporterViewer): Prisma.ExporterWhereInput[] {
  if (!entersPaper) return [];
  return [
    { applications: { some: { enteredById: userId, status: { in: ["draft", "returned"] } } } },
  ];
}

/** Whether the viewer owns a profile: changes its facts and says who else acts for it. */
export function isOwner(viewer: Viewer, exporterId: string): boolean {
  const standings = viewer.kind === "exporter" ? viewer.standings : [];
  return standings.some((s) => s.exporterId === exporterId && s.kind === "owner");
}

/** Who may propose that two profiles be merged, and who may confirm it. */
export const proposesMerges = ({ roles }: OfficerViewer): boolean =>
  roles.includes("administrator");
export const confirmsMerges = ({ roles }: OfficerViewer): boolean =>
  roles.includes("administrator") || roles.includes("signatory");
