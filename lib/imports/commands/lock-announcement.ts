import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { isOwn, mandateOf, notOwn } from "@/lib/exporters/own-profile";
import { announcementsVisibleTo } from "@/lib/imports/access";
import { refuse, type Refused } from "@/lib/imports/refusal";
import { fullName, named } from "@/lib/people/name";
import { asVersion, idIs } from "@/lib/row-id";

/**
 * A sent announcement, locked until the transaction ends, if the officer may act on it, and only as they
 * have read it: it may have been returned since, and sent again with another scan.
 */
export async function lockAnnouncement(
  tx: Tx,
  viewer: OfficerViewer,
  announcementId: string,
  version: number,
): Promise<{ readonly ok: true; readonly value: { id: string; exporterId: string } } | Refused> {
  const seen = { AND: [announcementsVisibleTo(viewer), idIs(announcementId)] };
  const [locked] = await tx.importAnnouncement.updateManyAndReturn({
    where: {
      ...seen,
      status: "sent",
      exporter: notOwn(viewer),
      version: asVersion(version),
    },
    data: { version: { increment: 1 } },
    select: { id: true, exporterId: true },
  });
  if (locked) return { ok: true, value: locked };
  const there = await tx.importAnnouncement.findFirst({
    where: seen,
    select: {
      status: true,
      answeredBy: named,
      exporter: { select: mandateOf(viewer) },
    },
  });
  if (!there) return refuse("notFound");
  if (isOwn(there.exporter)) return refuse("ownProfile");
  switch (there.status) {
    case "registered":
    case "returned":
    case "declined":
      return refuse("answered", { by: fullName(there.answeredBy) });
    case "withdrawn":
      return refuse("withdrawn");
    case "draft":
    case "sent":
      return refuse("newer");
  }
}
