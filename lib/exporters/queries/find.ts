import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { isOwner, visibleTo } from "@/lib/exporters/access";
import { applicantFacts } from "@/lib/exporters/selected";
import { inForce } from "@/lib/people/mandate";
import { idIs } from "@/lib/row-id";

/** A profile with what the viewer may do about it, or null where it is not theirs to see. */
export async function findExporter(viewer: Viewer, exporterId: string) {
  const exporter = await db().exporter.findFirst({
    where: { AND: [visibleTo(viewer), idIs(exporterId)] },
    select: {
      id: true,
      ...applicantFacts,
      businessNumber: true,
      residencyAttestedAt: true,
      version: true,
      _count: { select: { mandates: { where: inForce() } } },
    },
  });
  if (!exporter) return null;
  const { _count, ...facts } = exporter;
  return { ...facts, mayChange: isOwner(viewer, exporter.id), acting: _count.mandates };
}

export type ExporterDetail = NonNullable<Awaited<ReturnType<typeof findExporter>>>;
