import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { fullName } from "@/lib/people/name";
import { oneBusinessDayBefore } from "@/lib/reference/business-day-ago";
import { getCalendar } from "@/lib/reference/queries";
import { hasRole } from "@/lib/reviews/access";
import type { QueueFilter } from "@/lib/reviews/queue-filter";
import { beyond, conditionsOf, orderOf, placeOf } from "@/lib/reviews/queue-sql";
import { heldStatuses } from "@/lib/reviews/refusal";
import type { Prisma } from "@/prisma/generated/client";

export const queuePage = 25;

const row = {
  id: true,
  number: true,
  status: true,
  submissionVersion: true,
  submittedAt: true,
  dueAt: true,
  answerDueOn: true,
  destination: true,
  consigneeName: true,
  categories: true,
  subheadings: true,
  risk: true,
  carats: true,
  valueUsd: true,
  holderId: true,
  claimedAt: true,
  touchedAt: true,
  enteredById: true,
} satisfies Prisma.ApplicationSelect;

/** What stands beside a file in the list. */
interface Found {
  id: string;
  exporterId: string;
  exporterName: string;
  nameEn: string | null;
  nameFr: string | null;
  firstName: string | null;
  lastName: string | null;
  ownProfile: boolean;
  withdrawalAsked: boolean;
}

/** One page of the queue in the order asked for, in three statements however long it is. */
export async function listQueue(viewer: OfficerViewer, filter: QueueFilter) {
  const businessDayAgo = oneBusinessDayBefore(now(), await getCalendar());
  const found = await db().$queryRaw<Found[]>`
    SELECT a.id, a."exporterId", e."legalName" AS "exporterName", p."nameEn", p."nameFr",
      h."firstName", h."lastName",
      EXISTS (SELECT FROM "Mandate" m
        WHERE m."exporterId" = a."exporterId" AND m."userId" = ${viewer.userId}::uuid) AS "ownProfile",
      EXISTS (SELECT FROM "WithdrawalRequest" w
        WHERE w."applicationId" = a.id AND w.outcome IS NULL) AS "withdrawalAsked"
    FROM "Application" a JOIN "Exporter" e ON e.id = a."exporterId"
      LEFT JOIN "Participant" p ON p.code = a.destination
      LEFT JOIN "User" h ON h.id = a."holderId"
    WHERE ${conditionsOf(viewer, filter, businessDayAgo)}${beyond(filter)}
    ORDER BY ${orderOf(filter)} LIMIT ${queuePage + 1}`;
  const files = await db().application.findMany({
    where: { AND: [visibleTo(viewer), { id: { in: found.map(({ id }) => id) } }] },
    select: row,
  });
  const byId = new Map(files.map((file) => [file.id, file]));
  const rows = found.slice(0, queuePage).flatMap((beside) => {
    const file = byId.get(beside.id);
    return file ? [rowOf(viewer, file, beside, businessDayAgo)] : [];
  });
  const last = rows.at(-1);
  return { rows, next: found.length > queuePage && last ? placeOf(filter.sort, last) : null };
}
export type QueueRow = Awaited<ReturnType<typeof listQueue>>["rows"][number];

type File = Prisma.ApplicationGetPayload<{ select: typeof row }>;

function rowOf(viewer: OfficerViewer, file: File, beside: Found, businessDayAgo: Date) {
  const { carats, valueUsd, enteredById, ...rest } = file;
  const { exporterId, exporterName, nameEn, nameFr, firstName, lastName } = beside;
  const reviewer = hasRole(viewer, "reviewer") && !beside.ownProfile;
  const held = heldStatuses.some((status) => status === file.status);
  const touchedAt = file.touchedAt ?? file.claimedAt;
  const mine = file.holderId === viewer.userId;
  return {
    ...rest,
    number: file.number ?? "",
    answerDueOn: file.answerDueOn ? isoDate(file.answerDueOn) : null,
    destinationName: nameEn && nameFr ? { en: nameEn, fr: nameFr } : null,
    exporterId,
    exporterName,
    carats: carats?.toFixed(2) ?? null,
    valueUsd: valueUsd?.toFixed(2) ?? null,
    holderName: file.holderId
      ? fullName({ firstName: firstName ?? "", lastName: lastName ?? "" })
      : null,
    /** The exporter asks to withdraw it. */
    withdrawalAsked: beside.withdrawalAsked,
    onPaper: enteredById !== null,
    mine,
    claimable:
      reviewer &&
      held &&
      file.status !== "returned" &&
      file.holderId === null &&
      enteredById !== viewer.userId,
    takeable: reviewer && held && file.holderId !== null && !mine && enteredById !== viewer.userId,
    /** Since when its holder has done nothing, where that is a business day or longer and they could. */
    untouchedSince:
      file.status === "in_review" && file.holderId && touchedAt && touchedAt <= businessDayAgo
        ? touchedAt
        : null,
  };
}
