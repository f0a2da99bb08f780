import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";

/** So many are shown; the office types in a paper on the day it comes. */
const most = 50;

/** The applications that came on paper and are still being typed in, oldest paper first, for the whole office. */
export async function listPaperDrafts(viewer: OfficerViewer) {
  const rows = await db().application.findMany({
    where: { enteredById: { not: null }, status: "draft" },
    orderBy: [{ paperReceivedOn: "asc" }, { id: "asc" }],
    take: most,
    select: {
      id: true,
      enteredById: true,
      paperReceivedOn: true,
      updatedAt: true,
      enteredBy: named,
      exporter: { select: { legalName: true } },
    },
  });
  return rows.map(({ enteredBy, exporter, paperReceivedOn, enteredById, ...row }) => ({
    ...row,
    mine: enteredById === viewer.userId,
    enteredBy: fullName(enteredBy),
    exporterName: exporter.legalName,
    receivedOn: paperReceivedOn ? isoDate(paperReceivedOn) : "",
  }));
}
