import "server-only";
import * as z from "zod";
import { visibleTo } from "@/lib/applications/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { searchText } from "@/lib/forms/search-text";
import { fullName, named } from "@/lib/people/name";
import { hasRole } from "@/lib/reviews/access";
import { participantNames } from "@/lib/reviews/queries/participant-names";
import type { ApplicationStatus } from "@/prisma/generated/enums";
import type { Prisma } from "@/prisma/generated/client";

export const queueStates = [
  "open",
  "submitted",
  "in_review",
  "recommended",
  "returned",
  "closed",
] as const;
export type QueueState = (typeof queueStates)[number];
export const queueOfficers = ["anyone", "me", "nobody"] as const;

const statuses: Record<QueueState, ApplicationStatus[]> = {
  open: ["submitted", "in_review", "recommended"],
  submitted: ["submitted"],
  in_review: ["in_review"],
  recommended: ["recommended"],
  returned: ["returned"],
  closed: ["issued", "rejected", "cancelled"],
};

/** What the address of the queue says; anything that cannot be understood counts as not said. */
export const queueFilter = z.object({
  state: z.enum(queueStates).catch("open"),
  officer: z.enum(queueOfficers).catch("anyone"),
  text: z
    .string()
    .transform((typed) => searchText(typed))
    .catch(""),
  after: z.string().max(100).catch(""),
});
export type QueueFilter = z.infer<typeof queueFilter>;

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
  carats: true,
  valueUsd: true,
  holderId: true,
  claimedAt: true,
  holder: named,
  withdrawals: { where: { outcome: null }, select: { id: true } },
} satisfies Prisma.ApplicationSelect;

/** One page of the queue, due first, and how many files stand where. */
export async function listQueue(viewer: OfficerViewer, filter: QueueFilter) {
  const cursor = readCursor(filter.after);
  const [found, figures] = await Promise.all([
    db().application.findMany({
      where: {
        AND: [
          visibleTo(viewer),
          ...conditions(viewer, filter),
          ...(cursor ? [beyond(cursor)] : []),
        ],
      },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: queuePage + 1,
      select: {
        ...row,
        exporter: {
          select: {
            legalName: true,
            ...mandateOf(viewer),
          },
        },
      },
    }),
    countQueue(),
  ]);
  const destinationName = await participantNames(found.map((file) => file.destination));
  const last = found.length > queuePage ? found[queuePage - 1] : undefined;
  return {
    figures,
    next: last?.dueAt ? `${last.dueAt.toISOString()}~${last.id}` : null,
    rows: found.slice(0, queuePage).map(({ holder, exporter, withdrawals, ...each }) => {
      const { carats, valueUsd, ...file } = each;
      const ownProfile = isOwn(exporter);
      return {
        ...file,
        number: file.number ?? "",
        answerDueOn: file.answerDueOn ? isoDate(file.answerDueOn) : null,
        destinationName: destinationName(file.destination),
        exporterName: exporter.legalName,
        carats: carats?.toFixed(2) ?? null,
        valueUsd: valueUsd?.toFixed(2) ?? null,
        holderName: holder ? fullName(holder) : null,
        /** The exporter asks to withdraw it. */
        withdrawalAsked: withdrawals.length > 0,
        mine: file.holderId === viewer.userId,
        claimable:
          hasRole(viewer, "reviewer") &&
          !ownProfile &&
          (file.status === "submitted" || file.status === "in_review") &&
          file.holderId === null,
      };
    }),
  };
}
export type QueueRow = Awaited<ReturnType<typeof listQueue>>["rows"][number];

/** How many open files wait where, now, in one statement; every officer sees them all. */
export async function countQueue() {
  const today = todayInOttawa();
  const [figures] = await db().$queryRaw<QueueFigures[]>`
    SELECT count(*) FILTER (WHERE status <> 'returned')::int AS "withUs",
           count(*) FILTER (WHERE status <> 'returned' AND "dueAt" < ${now()})::int AS overdue,
           count(*) FILTER (WHERE status <> 'returned' AND "dueAt" >= ${now()}
             AND ("dueAt" AT TIME ZONE 'America/Toronto')::date = ${today}::date)::int AS "dueToday",
           count(*) FILTER (WHERE status = 'returned')::int AS "withExporter",
           count(*) FILTER (WHERE status = 'recommended')::int AS "toSign"
    FROM "Application"
    WHERE status IN ('submitted', 'in_review', 'recommended', 'returned')`;
  return figures ?? { withUs: 0, overdue: 0, dueToday: 0, withExporter: 0, toSign: 0 };
}
export interface QueueFigures {
  withUs: number;
  overdue: number;
  dueToday: number;
  withExporter: number;
  toSign: number;
}

function conditions(viewer: OfficerViewer, filter: QueueFilter): Prisma.ApplicationWhereInput[] {
  const { state, officer, text } = filter;
  const contains = { contains: text, mode: "insensitive" as const };
  return [
    { status: { in: statuses[state] } },
    ...(officer === "me" ? [{ holderId: viewer.userId }] : []),
    ...(officer === "nobody" ? [{ holderId: null }] : []),
    ...(text
      ? [
          {
            OR: [
              { number: contains },
              { consigneeName: contains },
              { exporter: { legalName: contains } },
            ],
          },
        ]
      : []),
  ];
}

interface Cursor {
  dueAt: Date;
  id: string;
}

function readCursor(text: string): Cursor | null {
  const [at = "", id = ""] = text.split("~");
  // Within the years of ISO dates: others are no column's value.
  const dueAt = new Date(/^\d{4}-/.test(at) ? at : NaN);
  return Number.isNaN(dueAt.getTime()) || !z.uuid().safeParse(id).success ? null : { dueAt, id };
}

function beyond({ dueAt, id }: Cursor): Prisma.ApplicationWhereInput {
  return { OR: [{ dueAt: { gt: dueAt } }, { dueAt, id: { gt: id } }] };
}
