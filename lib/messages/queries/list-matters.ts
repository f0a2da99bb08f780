import "server-only";
import { visibleTo as visibleApplications } from "@/lib/applications/access";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTo as visibleCertificates } from "@/lib/certificates/access";
import { db } from "@/lib/db";
import { visibleTo as visibleImports } from "@/lib/imports/access";
import type { ThreadMatterNamed } from "@/lib/messages/matter";
import { isUuid } from "@/lib/row-id";

/** Of each kind, the newest. */
const most = 50;

/** What a conversation of a profile can be about: its newest applications, certificates and import certificates. */
export async function listMatters(
  viewer: Viewer,
  exporterId: string,
): Promise<ThreadMatterNamed[]> {
  if (!isUuid(exporterId)) return [];
  const select = { id: true, number: true } as const;
  const [applications, certificates, imports] = await Promise.all([
    db().application.findMany({
      where: { AND: [visibleApplications(viewer), { exporterId, number: { not: null } }] },
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      take: most,
      select,
    }),
    db().certificate.findMany({
      where: { AND: [visibleCertificates(viewer), { application: { exporterId } }] },
      orderBy: { id: "desc" },
      take: most,
      select,
    }),
    db().importCertificate.findMany({
      where: { AND: [visibleImports(viewer), { exporterId }] },
      orderBy: { id: "desc" },
      take: most,
      select,
    }),
  ]);
  const as = (kind: ThreadMatterNamed["kind"]) => (row: { id: string; number: string | null }) => ({
    kind,
    id: row.id,
    number: row.number ?? "",
  });
  return [
    ...applications.map(as("application")),
    ...certificates.map(as("certificate")),
    ...imports.map(as("import")),
  ];
}

/** One of them, however old, by what an address names; null where it is no such thing, or another exporter's. */
export async function findMatter(
  viewer: Viewer,
  kind: ThreadMatterNamed["kind"],
  id: string,
): Promise<(ThreadMatterNamed & { exporterId: string }) | null> {
  if (!isUuid(id)) return null;
  switch (kind) {
    case "application": {
      const row = await db().application.findFirst({
        where: { AND: [visibleApplications(viewer), { id, number: { not: null } }] },
        select: { exporterId: true, number: true },
      });
      return row && { kind, id, number: row.number ?? "", exporterId: row.exporterId };
    }
    case "certificate": {
      const row = await db().certificate.findFirst({
        where: { AND: [visibleCertificates(viewer), { id }] },
        select: { number: true, application: { select: { exporterId: true } } },
      });
      return row && { kind, id, number: row.number, exporterId: row.application.exporterId };
    }
    case "import": {
      const row = await db().importCertificate.findFirst({
        where: { AND: [visibleImports(viewer), { id }] },
        select: { exporterId: true, number: true },
      });
      return row && { kind, id, number: row.number, exporterId: row.exporterId };
    }
  }
}
