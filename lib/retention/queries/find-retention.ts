import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { seesRetention } from "@/lib/retention/access";
import { rulesOn } from "@/lib/retention/rules-in-force";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

const heldThing = {
  exporter: { select: { legalName: true } },
  application: { select: { number: true, exporter: { select: { legalName: true } } } },
  importCertificate: { select: { number: true } },
} as const satisfies Prisma.LegalHoldSelect;

const holdSelect = {
  id: true,
  reason: true,
  setAt: true,
  endedAt: true,
  endReason: true,
  setBy: named,
  endedBy: named,
  ...heldThing,
} as const satisfies Prisma.LegalHoldSelect;

type HoldRow = Prisma.LegalHoldGetPayload<{ select: typeof holdSelect }>;

function holdOf({ exporter, application, importCertificate, ...hold }: HoldRow) {
  return {
    id: hold.id,
    on: application?.number ?? importCertificate?.number ?? exporter?.legalName ?? "",
    reason: hold.reason,
    by: fullName(hold.setBy),
    at: hold.setAt,
    end:
      hold.endedAt === null
        ? null
        : { at: hold.endedAt, by: fullName(hold.endedBy), reason: hold.endReason ?? "" },
  };
}
export type Hold = ReturnType<typeof holdOf>;

/** The holds, open ones first, newest first. */
export async function listHolds(viewer: OfficerViewer): Promise<Hold[]> {
  if (!seesRetention(viewer)) return [];
  const rows = await db().legalHold.findMany({
    orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { setAt: "desc" }],
    take: 200,
    select: holdSelect,
  });
  return rows.map(holdOf);
}

export async function findHold(viewer: OfficerViewer, holdId: string): Promise<Hold | null> {
  if (!seesRetention(viewer)) return null;
  const row = await db().legalHold.findFirst({ where: idIs(holdId), select: holdSelect });
  return row && holdOf(row);
}

/** The rules of today. */
export async function listRules(viewer: OfficerViewer) {
  return seesRetention(viewer) ? rulesOn(db(), todayInOttawa()) : [];
}

export const dueLimit = 50;

/** What is due for disposal, the longest due first, and how much there is in all. */
export async function listDue(viewer: OfficerViewer) {
  if (!seesRetention(viewer)) return { rows: [], count: 0 };
  const where = { disposedAt: null };
  const [count, disposals] = await Promise.all([
    db().disposal.count({ where }),
    db().disposal.findMany({
      where,
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: dueLimit,
      select: {
        id: true,
        ruleCode: true,
        dueOn: true,
        approvedAt: true,
        approvedBy: named,
        document: { select: { name: true, application: { select: { number: true } } } },
        application: { select: { exporter: { select: { legalName: true } } } },
      },
    }),
  ]);
  const ids = disposals.map(({ id }) => id);
  const held = await db().$queryRaw<{ id: string }[]>`
    SELECT s.id::text FROM "Disposal" s
      LEFT JOIN "Document" d ON d.id = s."documentId"
      LEFT JOIN "Application" a ON a.id = coalesce(s."applicationId", d."applicationId")
     WHERE s.id = ANY (${ids}::uuid[]) AND on_hold(a."exporterId", a.id, NULL)`;
  const onHold = new Set(held.map(({ id }) => id));
  const rows = disposals.map(({ document, application, approvedBy, approvedAt, ...row }) => ({
    id: row.id,
    rule: row.ruleCode,
    dueOn: isoDate(row.dueOn),
    name: document?.name ?? null,
    number: document?.application?.number ?? null,
    exporterName: application?.exporter.legalName ?? null,
    approvedBy: approvedAt === null ? null : fullName(approvedBy),
    onHold: onHold.has(row.id),
  }));
  return { rows, count };
}
export type DueRow = Awaited<ReturnType<typeof listDue>>["rows"][number];
