import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { Review } from "@/lib/reviews/queries/find-review";

/** The newest other applications of an exporter that the office knows, with their certificates. */
export async function listEarlierFiles(viewer: OfficerViewer, { id, snapshot }: Review) {
  const files = await db().application.findMany({
    where: { AND: [visibleTo(viewer)], exporterId: snapshot.exporterId, id: { not: id } },
    orderBy: { submittedAt: "desc" },
    take: 10,
    select: {
      id: true,
      number: true,
      status: true,
      submittedAt: true,
      destination: true,
      carats: true,
      certificate: { select: { id: true, number: true } },
    },
  });
  return files.map(({ number, carats, ...file }) => ({
    ...file,
    number: number ?? "",
    carats: carats?.toFixed(2) ?? null,
  }));
}

export type EarlierFile = Awaited<ReturnType<typeof listEarlierFiles>>[number];
