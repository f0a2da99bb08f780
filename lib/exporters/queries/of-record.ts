import "server-only";
import { actorOf, type ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { noteDenied } from "@/lib/events/denied";
import { visibleTo } from "@/lib/exporters/access";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

/** A record of an exporter: the profile itself, an application, a certificate, an announced or registered import, a conversation. */
export type RecordOf = {
  readonly kind: "exporter" | "application" | "certificate" | "announcement" | "import" | "thread";
  readonly id: string;
};

/** The profile to which a record belongs, or null where the viewer may not know of it. */
export async function findExporterOf(viewer: ExporterViewer, record: RecordOf) {
  return db().exporter.findFirst({
    where: { AND: [visibleTo(viewer), ofRecord(record)] },
    select: { id: true, legalName: true },
  });
}

/**
 * Why a press on a page of a record was refused, which the trail tells. Who acted for its profile and does so no more is told;
 * who still does lacks a permission; for everybody else there is no such record.
 */
export async function whyRefused(
  viewer: ExporterViewer,
  record: RecordOf,
): Promise<"gone" | "ended" | "limited"> {
  const parameters = { [parameterOf[record.kind]]: record.id };
  await noteDenied(actorOf(viewer), { address: record.kind, parameters, why: "press" });
  const exporter = await findExporterOf(viewer, record);
  if (exporter) return "limited";
  const former = await db().mandate.count({
    where: { userId: viewer.userId, acceptedAt: { not: null }, exporter: ofRecord(record) },
  });
  return former > 0 ? "ended" : "gone";
}

const parameterOf = {
  exporter: "exporterId",
  application: "applicationId",
  certificate: "certificateId",
  announcement: "announcementId",
  import: "importId",
  thread: "threadId",
} as const;

function ofRecord({ kind, id }: RecordOf): Prisma.ExporterWhereInput {
  switch (kind) {
    case "exporter":
      return idIs(id);
    case "application":
      return { applications: { some: idIs(id) } };
    case "certificate":
      return { applications: { some: { certificate: idIs(id) } } };
    case "announcement":
      return { announcements: { some: idIs(id) } };
    case "import":
      return { imports: { some: idIs(id) } };
    case "thread":
      return { threads: { some: idIs(id) } };
  }
}
