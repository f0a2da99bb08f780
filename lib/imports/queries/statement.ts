import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db, type Tx } from "@/lib/db";
import { visibleTo } from "@/lib/imports/access";
import { countLines, readLines, readSteps } from "@/lib/imports/statement-lines";
import { entriesOnPage, type Statement, type StatementFilter } from "@/lib/imports/statement";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** One page of an import certificate's account with the figures at its head, or null. */
export async function findStatement(
  viewer: Viewer,
  importCertificateId: string,
  filter: StatementFilter,
): Promise<Statement | null> {
  return asAtOneMoment(async (tx) => {
    const found = await findAccount(tx, viewer, importCertificateId);
    if (!found) return null;
    const { id } = found;
    const count = await countLines(tx, id, filter.kind);
    const pages = Math.max(1, Math.ceil(count / entriesOnPage));
    const page = filter.page === 0 ? pages : Math.min(filter.page, pages);
    const skip = (page - 1) * entriesOnPage;
    const lines = await readLines(tx, viewer, id, {
      kind: filter.kind,
      skip,
      take: entriesOnPage,
    });
    return {
      ...found,
      ...lines,
      count,
      page,
      pages,
      broughtForward: filter.kind === "" && page > 1 ? lines.broughtForward : null,
      steps: await readSteps(tx, id),
    };
  });
}

/** The whole account, for a file: at most `limit` entries, and whether there are more. */
export async function findWholeStatement(
  viewer: Viewer,
  importCertificateId: string,
  kind: StatementFilter["kind"],
  limit: number,
) {
  return asAtOneMoment(async (tx) => {
    const found = await findAccount(tx, viewer, importCertificateId);
    if (!found) return null;
    const { entries } = await readLines(tx, viewer, found.id, { kind, skip: 0, take: limit + 1 });
    return { ...found, entries: entries.slice(0, limit), cut: entries.length > limit };
  });
}

/** What several questions find is of one moment: lines and figures agree whatever moves meanwhile. */
function asAtOneMoment<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(read, { isolationLevel: "RepeatableRead" });
}

async function findAccount(tx: Tx, viewer: Viewer, importCertificateId: string) {
  const found = await tx.importCertificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(importCertificateId), { balance: { isNot: null } }] },
    select: {
      id: true,
      issuer: true,
      number: true,
      exporter: { select: { id: true, legalName: true } },
      balance: true,
      holds: { select: { reserved: true, consumed: true } },
      corrections: {
        where: { outcome: null },
        select: {
          id: true,
          carats: true,
          valueUsd: true,
          reason: true,
          proposedAt: true,
          proposedById: true,
          proposedBy: named,
        },
      },
    },
  });
  if (!found?.balance) return null;
  const { balance, holds, corrections, ...account } = found;
  // What is only proposed is the office's own business.
  const [open] = viewer.kind === "officer" ? corrections : [];
  return {
    ...account,
    registered: figures(balance.registered, balance.registeredUsd),
    exported: {
      ...figures(balance.consumed, balance.consumedUsd),
      certificates: holds.filter(({ consumed }) => consumed.gt(0)).length,
    },
    held: {
      ...figures(balance.reserved, balance.reservedUsd),
      applications: holds.filter(({ reserved }) => reserved.gt(0)).length,
    },
    left: figures(balance.remaining, balance.remainingUsd),
    correction: open
      ? {
          id: open.id,
          ...figures(open.carats, open.valueUsd),
          proposedAt: open.proposedAt,
          reason: open.reason,
          by: fullName(open.proposedBy),
          byViewer: open.proposedById === viewer.userId,
        }
      : null,
  };
}

interface Amount {
  toFixed(places: number): string;
}

const figures = (carats: Amount, usd: Amount) => ({
  carats: carats.toFixed(2),
  usd: usd.toFixed(2),
});
