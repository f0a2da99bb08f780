import "server-only";
import { openRequests } from "@/lib/applications/requests";
import { shownToExporter } from "@/lib/applications/status";
import type { Prisma } from "@/prisma/generated/client";

/** What a list selects of an application. */
export const listed = {
  id: true,
  number: true,
  status: true,
  createdAt: true,
  updatedAt: true,
  submittedAt: true,
  dueAt: true,
  answerDueOn: true,
  statedDestination: true,
  statedConsignee: true,
  statedCategories: true,
  statedCarats: true,
  statedUsd: true,
  clock: { select: { side: true, from: true, until: true }, orderBy: { id: "asc" } },
  certificate: { select: { id: true, number: true } },
  changeRequests: { select: { submissionVersion: true, section: true, repliedAt: true } },
} satisfies Prisma.ApplicationSelect;

/** An application as one row of the exporter's lists. */
export function rowOf({
  changeRequests,
  statedCarats,
  statedUsd,
  ...row
}: Prisma.ApplicationGetPayload<{ select: typeof listed }>) {
  return {
    ...row,
    status: shownToExporter(row.status),
    openRequests: openRequests(row.status, changeRequests).length,
    carats: statedCarats.isZero() ? null : statedCarats.toFixed(2),
    valueUsd: statedUsd.isZero() ? null : statedUsd.toFixed(2),
  };
}

export type ApplicationRow = ReturnType<typeof rowOf>;
