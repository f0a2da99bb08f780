import "server-only";
import { visibleTo as visibleApplications } from "@/lib/applications/access";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTo as visibleCertificates } from "@/lib/certificates/access";
import { db } from "@/lib/db";
import { visibleTo as visibleImports } from "@/lib/imports/access";
import type { ThreadMatterNamed } from "@/lib/messages/matter";
import { matterChoice } from "@/lib/messages/schema";
import { idIs, isUuid } from "@/lib/row-id";

/** Of each kind, the newest. */
const most = 50;

export interface FoundMatter extends ThreadMatterNamed {
  readonly exporterId: string;
}

/**
 * What a conversation of a profile can be about: its newest applications, certificates and import certificates, and
 * before them what is asked for, where it is the profile's and older.
 */
export async function listMatters(
  viewer: Viewer,
  exporterId: string,
  asked: FoundMatter | null = null,
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
  const newest = [
    ...applications.map(as("application")),
    ...certificates.map(as("certificate")),
    ...imports.map(as("import")),
  ];
  const older = asked?.exporterId === exporterId && newest.every(({ id }) => id !== asked.id);
  return older ? [asked, ...newest] : newest;
}

/** What an address names, `application:ID`, however old; null where it is no such thing, or none of the viewer's. */
export async function findMatter(viewer: Viewer, asked: unknown): Promise<FoundMatter | null> {
  const choice = matterChoice.safeParse(asked);
  if (!choice.success) return null;
  const { about: kind, matterId } = choice.data;
  const id = idIs(matterId ?? "");
  const select = { id: true, number: true, exporterId: true } as const;
  switch (kind) {
    case "general":
      return null;
    case "application": {
      const where = { AND: [visibleApplications(viewer), id, { number: { not: null } }] };
      const row = await db().application.findFirst({ where, select });
      return row && { ...row, kind, number: row.number ?? "" };
    }
    case "certificate": {
      const row = await db().certificate.findFirst({
        where: { AND: [visibleCertificates(viewer), id] },
        select: { id: true, number: true, application: { select: { exporterId: true } } },
      });
      return row && { kind, id: row.id, number: row.number, ...row.application };
    }
    case "import": {
      const where = { AND: [visibleImports(viewer), id] };
      const row = await db().importCertificate.findFirst({ where, select });
      return row && { ...row, kind };
    }
  }
}
