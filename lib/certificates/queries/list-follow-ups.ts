import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { visibleTo } from "@/lib/certificates/access";
import { notAwaited, overdueBefore } from "@/lib/certificates/receipt/due";
import { ends, reportOf } from "@/lib/certificates/life/life";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { getCalendar } from "@/lib/reference/queries";
import type { Prisma } from "@/prisma/generated/client";
import type { StepKind } from "@/prisma/generated/enums";

const row = {
  id: true,
  number: true,
  expiresOn: true,
  application: { select: { number: true, exporter: { select: { legalName: true } } } },
  steps: { select: { kind: true, on: true }, orderBy: { id: "asc" } },
} as const satisfies Prisma.CertificateSelect;

/** Most that one list shows; the oldest come first, so that none is hidden for long. */
const most = 100;

/**
 * What the office has to follow up: reports whose paper has not come, the overdue first; certificates that
 * expired without a word; losses that wait to be recorded; invalidations that wait for a second person; and
 * papers that wait to be printed and sent.
 */
export async function listFollowUps(viewer: OfficerViewer) {
  const today = todayInOttawa();
  const list = async (where: Prisma.CertificateWhereInput, order: Prisma.SortOrder = "asc") => {
    const found = await db().certificate.findMany({
      where: { AND: [visibleTo(viewer), where] },
      select: row,
      orderBy: [{ issuedOn: order }, { id: order }],
      take: most,
    });
    return found.map(({ application, expiresOn, steps, ...certificate }) => ({
      ...certificate,
      exporterName: application.exporter.legalName,
      applicationNumber: application.number,
      expiresOn: isoDate(expiresOn),
      report: reportOf(
        steps.map(({ kind, on }) => ({ kind, on: on && isoDate(on) })),
        today,
      ),
    }));
  };
  const without = (...kinds: StepKind[]) => ({ steps: { none: { kind: { in: kinds } } } });
  const over: StepKind[] = [...ends, "lost"];
  const before = overdueBefore(today, await getCalendar());
  const differing: Prisma.ImportReceiptWhereInput = {
    NOT: { differences: { isEmpty: true } },
    resolution: null,
  };
  const [reports, unconfirmed, differences, expired, losses, proposals, toSend] = await Promise.all(
    [
      list({ steps: { some: { kind: "exported" }, none: { kind: "report_received" } } }),
      list({
        steps: {
          some: { kind: "exported", on: { lt: new Date(before) } },
          none: { kind: { in: notAwaited } },
        },
      }),
      list({ receipts: { some: differing } }),
      list({
        expiresAt: { lte: now() },
        ...without("exported", "import_confirmed", "never_exported", ...over),
      }),
      list({ steps: { some: { kind: "loss_stated" }, none: { kind: { in: over } } } }),
      list({ proposals: { some: { outcome: null } } }),
      list({ expiresAt: { gt: now() }, ...without("dispatched", "exported", ...over) }),
    ],
  );
  const byDue = reports.toSorted((a, b) =>
    (a.report.dueOn ?? "").localeCompare(b.report.dueOn ?? ""),
  );
  return {
    reports: byDue,
    unconfirmed,
    differences: await stillOpen(differences),
    expired,
    losses,
    proposals,
    toSend,
  };
}

/** Those whose newest receipt differs: what an authority has corrected is not to be cleared any more. */
async function stillOpen<Row extends { readonly id: string }>(rows: readonly Row[]) {
  const newest = await db().importReceipt.findMany({
    where: { certificateId: { in: rows.map(({ id }) => id) } },
    select: { certificateId: true, differences: true, resolution: { select: { receiptId: true } } },
    orderBy: [{ certificateId: "asc" }, { place: "desc" }],
    distinct: ["certificateId"],
  });
  const open = newest.filter((one) => one.differences.length > 0 && one.resolution === null);
  return rows.filter(({ id }) => open.some(({ certificateId }) => certificateId === id));
}

export type FollowUps = Awaited<ReturnType<typeof listFollowUps>>;
export type FollowUpRow = FollowUps["reports"][number];
