import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { fullName, named } from "@/lib/people/name";
import { objectionsTo } from "@/lib/reviews/four-eyes";
import { participantNames } from "@/lib/reviews/queries/participant-names";

/** What waits for a signatory, due first, each with why this person cannot sign it, if so. */
export async function listToSign(viewer: OfficerViewer) {
  const rows = await db().application.findMany({
    where: { AND: [visibleTo(viewer)], status: "recommended" },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      number: true,
      dueAt: true,
      carats: true,
      valueUsd: true,
      destination: true,
      exporter: {
        select: {
          legalName: true,
          ...mandateOf(viewer),
        },
      },
      editors: { where: { userId: viewer.userId }, select: { userId: true } },
      recommendations: {
        orderBy: { recommendedAt: "desc" },
        select: {
          outcome: true,
          recommendedById: true,
          recommendedAt: true,
          recommendedBy: named,
        },
      },
    },
  });
  const destinationName = await participantNames(rows.map((row) => row.destination));
  return rows.map(({ exporter, editors, recommendations, carats, valueUsd, number, ...file }) => {
    const [recommendation] = recommendations;
    return {
      ...file,
      number: number ?? "",
      exporterName: exporter.legalName,
      destinationName: destinationName(file.destination),
      carats: carats?.toFixed(2) ?? null,
      valueUsd: valueUsd?.toFixed(2) ?? null,
      outcome: recommendation?.outcome ?? "issue",
      recommendedBy: fullName(recommendation?.recommendedBy),
      recommendedAt: recommendation?.recommendedAt ?? null,
      cannotSign: objectionsTo(viewer, { recommendations, editors }, isOwn(exporter))[0] ?? null,
    };
  });
}
