import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { openRequests } from "@/lib/applications/requests";
import { shownToExporter } from "@/lib/applications/status";
import { totalsOf } from "@/lib/applications/totals";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { isUuid } from "@/lib/row-id";
import type { ApplicationStatus } from "@/prisma/generated/enums";
import type { Prisma } from "@/prisma/generated/client";

const pageSize = 25;

const views = {
  pending: ["draft", "returned"],
  submitted: ["submitted", "in_review", "recommended"],
  completed: ["issued"],
  cancelled: ["cancelled", "rejected"],
} as const satisfies Record<string, readonly ApplicationStatus[]>;

/** The tabs of the list: what waits for the exporter, what is with the office, what has ended. */
export type ListView = keyof typeof views | "all";

/**
 * A page of 25 applications, newest change first, of one profile where that is named. `next` is handed in again as `after`; null on the
 * last page. What can still change is summed up from its answers, the rest from its last submission.
 */
export async function listApplications(
  viewer: Viewer,
  { view, after, exporterId }: { view: ListView; after?: string; exporterId?: string },
) {
  const conditions: Prisma.ApplicationWhereInput[] = [visibleTo(viewer), olderThan(after)];
  if (exporterId !== undefined) conditions.push({ exporterId });
  if (view !== "all") conditions.push({ status: { in: [...views[view]] } });
  const found = await db().application.findMany({
    where: { AND: conditions },
    select: {
      id: true,
      number: true,
      status: true,
      version: true,
      answers: true,
      createdAt: true,
      updatedAt: true,
      submittedAt: true,
      dueAt: true,
      answerDueOn: true,
      destination: true,
      consigneeName: true,
      carats: true,
      valueUsd: true,
      exporter: { select: { id: true, legalName: true } },
      certificate: { select: { id: true, number: true } },
      changeRequests: { select: { submissionVersion: true, section: true, repliedAt: true } },
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
  });
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map((application) => rowOf(viewer, application)),
    next: found.length > pageSize && last ? cursorOf(last) : null,
  };
}

export type ApplicationRow = Awaited<ReturnType<typeof listApplications>>["rows"][number];

type Found = Prisma.ApplicationGetPayload<{
  select: {
    status: true;
    answers: true;
    destination: true;
    consigneeName: true;
    carats: true;
    valueUsd: true;
    changeRequests: { select: { submissionVersion: true; section: true; repliedAt: true } };
  };
}>;

function rowOf<A extends Found>(viewer: Viewer, { answers, changeRequests, ...row }: A) {
  const { status } = row;
  const live = viewer.kind === "exporter" && (status === "draft" || status === "returned");
  return {
    ...row,
    status: viewer.kind === "exporter" ? shownToExporter(status) : status,
    openRequests: openRequests(status, changeRequests).length,
    ...(live ? ofAnswers(answers as Answers) : ofSubmission(row)),
  };
}

function ofAnswers({ consignee, origin }: Answers) {
  const { carats, usd } = totalsOf(origin?.origins ?? []);
  return {
    destination: consignee?.destination ?? null,
    consigneeName: consignee?.consignee?.name ?? null,
    carats: carats === "0.00" ? null : carats,
    valueUsd: usd === "0.00" ? null : usd,
  };
}

function ofSubmission(row: Omit<Found, "answers" | "changeRequests">) {
  return {
    destination: row.destination,
    consigneeName: row.consigneeName,
    carats: row.carats?.toFixed(2) ?? null,
    valueUsd: row.valueUsd?.toFixed(2) ?? null,
  };
}

const cursorOf = ({ updatedAt, id }: { updatedAt: Date; id: string }) =>
  `${updatedAt.getTime().toString(36)}.${id}`;

/** Later instants have no four-digit year and are no column's value. */
const endOfIsoYears = Date.UTC(10_000, 0);

/** A cursor that somebody tampered with shows the first page. */
function olderThan(after: string | undefined): Prisma.ApplicationWhereInput {
  const [time = "", id = ""] = after?.split(".") ?? [];
  const since1970 = Number.parseInt(time, 36);
  if (!(since1970 >= 0 && since1970 < endOfIsoYears) || !isUuid(id)) return {};
  const updatedAt = new Date(since1970);
  return {
    updatedAt: { lte: updatedAt },
    OR: [{ updatedAt: { lt: updatedAt } }, { id: { lt: id } }],
  };
}
