import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { ownedBy, visibleTo } from "@/lib/exporters/access";
import { applicantFacts } from "@/lib/exporters/selected";
import { idIs } from "@/lib/row-id";

/** A profile with what the viewer may do about it, or null where it is not theirs to see. */
export async function findExporter(viewer: Viewer, exporterId: string) {
  const [exporter, owned] = await Promise.all([
    db().exporter.findFirst({
      where: { AND: [visibleTo(viewer), idIs(exporterId)] },
      select: {
        id: true,
        ...applicantFacts,
        businessNumber: true,
        residencyAttestedAt: true,
        version: true,
      },
    }),
    db().exporter.count({ where: { AND: [ownedBy(viewer), idIs(exporterId)] } }),
  ]);
  if (!exporter) return null;
  return { ...exporter, mayChange: owned > 0 };
}

export type ExporterDetail = NonNullable<Awaited<ReturnType<typeof findExporter>>>;
