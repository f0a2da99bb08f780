import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/**
 * Somebody who may only read the files of this one's exporter: through whose eyes an officer sees the
 * exporter's pages. Null where the office does not know the file.
 */
export async function findExporterView(
  viewer: OfficerViewer,
  applicationId: string,
): Promise<ExporterViewer | null> {
  const file = await db().application.findFirst({
    where: { AND: [visibleTo(viewer), idIs(applicationId)] },
    select: {
      exporter: { select: { id: true, legalName: true } },
      submissions: { orderBy: { version: "desc" }, take: 1, select: { submittedBy: named } },
    },
  });
  if (!file) return null;
  const { id: exporterId, legalName } = file.exporter;
  return {
    kind: "exporter",
    userId: viewer.userId,
    // Who sent it last would stand there, were it theirs to send again.
    name: fullName(file.submissions[0]?.submittedBy),
    language: viewer.language,
    entersPaper: false,
    standings: [{ exporterId, legalName, kind: "representative", permissions: ["view"] }],
  };
}
