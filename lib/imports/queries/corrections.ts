import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { visibleTo } from "@/lib/imports/access";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** What has been proposed to correct an account, newest first, with the figures as they are now; or null. */
export async function findCorrections(viewer: OfficerViewer, importCertificateId: string) {
  const found = await db().importCertificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(importCertificateId)] },
    select: {
      id: true,
      number: true,
      balance: true,
      exporter: {
        select: {
          legalName: true,
          ...mandateOf(viewer),
        },
      },
      corrections: {
        orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
        select: {
          id: true,
          carats: true,
          valueUsd: true,
          reason: true,
          proposedAt: true,
          proposedById: true,
          proposedBy: named,
          outcome: true,
          answer: true,
          decidedAt: true,
          decidedBy: named,
        },
      },
    },
  });
  if (!found?.balance) return null;
  const { id, number, exporter, balance } = found;
  const corrections = found.corrections.map(({ proposedBy, decidedBy, valueUsd, ...each }) => ({
    ...each,
    carats: each.carats.toFixed(2),
    usd: valueUsd.toFixed(2),
    by: fullName(proposedBy),
    byViewer: each.proposedById === viewer.userId,
    decider: fullName(decidedBy),
  }));
  const open = corrections.find(({ outcome }) => outcome === null) ?? null;
  return {
    id,
    number,
    exporterName: exporter.legalName,
    ownProfile: isOwn(exporter),
    registered: { carats: balance.registered.toFixed(2), usd: balance.registeredUsd.toFixed(2) },
    used: balance.consumed.plus(balance.reserved).toFixed(2),
    open: open && {
      ...open,
      /** What the account will say, and what will be left of it. */
      total: {
        carats: balance.registered.plus(open.carats).toFixed(2),
        usd: balance.registeredUsd.plus(open.usd).toFixed(2),
      },
      left: balance.remaining.plus(open.carats).toFixed(2),
    },
    past: corrections.filter(({ outcome }) => outcome !== null),
  };
}
export type Corrections = NonNullable<Awaited<ReturnType<typeof findCorrections>>>;

/** The accounts of which a correction waits for another officer, the oldest proposal first. */
export async function listOpenCorrections(viewer: OfficerViewer) {
  const open = await db().importCorrection.findMany({
    where: { outcome: null, importCertificate: visibleTo(viewer) },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      importCertificate: {
        select: { id: true, number: true, exporter: { select: { legalName: true } } },
      },
    },
  });
  return open.map(({ importCertificate: { id, number, exporter } }) => ({
    id,
    number,
    exporterName: exporter.legalName,
  }));
}
