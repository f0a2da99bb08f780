import "server-only";
import { ofProfile } from "@/lib/applications/access";
import { listed, rowOf } from "@/lib/applications/list-row";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";

/** How many of each kind the home page shows; the list has them all. */
const shown = 5;

/** What a profile's home page tells: what waits for the exporter, what is with the office, what was issued last. */
export async function findHome(viewer: ExporterViewer, exporterId: string) {
  const mine = ofProfile(viewer, exporterId);
  const [returned, drafts, withOffice, completed, counted] = await Promise.all([
    db().application.findMany({
      where: { ...mine, status: "returned" },
      select: listed,
      orderBy: [{ answerDueOn: "asc" }, { id: "asc" }],
      take: shown,
    }),
    db().application.findMany({
      where: { ...mine, status: "draft" },
      select: listed,
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: shown,
    }),
    db().application.findMany({
      where: { ...mine, status: { in: ["submitted", "in_review", "recommended"] } },
      select: listed,
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: shown + 1,
    }),
    db().application.findMany({
      where: { ...mine, status: "issued" },
      select: { ...listed, certificate: { select: { id: true, number: true, expiresOn: true } } },
      orderBy: [{ certificate: { issuedAt: "desc" } }, { id: "desc" }],
      take: shown,
    }),
    db().application.groupBy({ by: ["status"], where: mine, _count: true }),
  ]);
  const count = (...statuses: string[]) =>
    counted
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { _count }) => sum + _count, 0);
  return {
    waiting: [...returned, ...drafts].map(rowOf),
    waitingCount: count("draft", "returned"),
    withOffice: withOffice.map(rowOf),
    withOfficeCount: count("submitted", "in_review", "recommended"),
    completed: completed.flatMap(({ certificate, ...application }) =>
      certificate
        ? {
            id: application.id,
            destination: application.statedDestination,
            carats: application.statedCarats.toFixed(2),
            certificate: { ...certificate, expiresOn: isoDate(certificate.expiresOn) },
          }
        : [],
    ),
    any: counted.length > 0,
  };
}

export type Home = Awaited<ReturnType<typeof findHome>>;
