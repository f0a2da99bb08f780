import "server-only";
import Decimal from "decimal.js";
import type { Viewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db, type Db } from "@/lib/db";
import { visibleTo } from "@/lib/imports/access";
import { isUuid } from "@/lib/row-id";

const selected = {
  id: true,
  issuer: true,
  number: true,
  exporterId: true,
  origins: true,
  issuedOn: true,
  expiresOn: true,
  importedOn: true,
  originalReceivedOn: true,
  carats: true,
  valueUsd: true,
  lines: { select: { subheading: true }, orderBy: { subheading: "asc" } },
  balance: { select: { remaining: true } },
} as const;

/**
 * The import certificates of a profile, newest import first, with the carats that are left. For an
 * application, what it holds itself counts as left, and what the certificate has used that it is to replace: it may
 * draw that again.
 */
export async function listImportBalances(
  viewer: Viewer,
  exporterId: string,
  forApplication?: string,
) {
  if (!isUuid(exporterId)) return [];
  const rows = await db().importCertificate.findMany({
    where: { AND: [visibleTo(viewer), { exporterId }] },
    select: { ...selected, holds: holdsOf(forApplication) },
    orderBy: [{ importedOn: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => plain(row, forApplication));
}

export type ImportBalance = Awaited<ReturnType<typeof listImportBalances>>[number];

/** The certificates with these ids, whoever's they are: for the rules, which judge whose they are. */
export async function getImportCertificates(
  reader: Db,
  ids: readonly string[],
  forApplication: string,
): Promise<ImportBalance[]> {
  const rows = await reader.importCertificate.findMany({
    where: { id: { in: ids.filter(isUuid) } },
    select: { ...selected, holds: holdsOf(forApplication) },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => plain(row, forApplication));
}

/** What an application holds, and what the certificate that it is to replace has used. */
function holdsOf(applicationId = "") {
  const id = isUuid(applicationId) ? applicationId : { in: [] };
  const replaced = { certificate: { replacements: { some: { id } } } };
  return {
    where: { OR: [{ applicationId: id }, { application: replaced }] },
    select: { applicationId: true, reserved: true, consumed: true },
  };
}

interface Row {
  id: string;
  issuer: string;
  number: string;
  exporterId: string;
  origins: string[];
  issuedOn: Date;
  expiresOn: Date;
  importedOn: Date;
  originalReceivedOn: Date | null;
  carats: { toString(): string };
  valueUsd: { toString(): string };
  lines: { subheading: string }[];
  balance: { remaining: { toString(): string } } | null;
  holds: {
    applicationId: string;
    reserved: { toString(): string };
    consumed: { toString(): string };
  }[];
}

function plain({ balance, holds, lines, ...row }: Row, forApplication = "") {
  const drawable = holds.map(({ applicationId, reserved, consumed }) =>
    applicationId === forApplication ? reserved : consumed,
  );
  const held = Decimal.sum(0, ...drawable.map(String));
  const remaining = held.plus(balance?.remaining.toString() ?? 0);
  return {
    ...row,
    subheadings: lines.map(({ subheading }) => subheading),
    issuedOn: isoDate(row.issuedOn),
    expiresOn: isoDate(row.expiresOn),
    importedOn: isoDate(row.importedOn),
    originalReceivedOn: row.originalReceivedOn ? isoDate(row.originalReceivedOn) : null,
    carats: new Decimal(row.carats.toString()).toFixed(2),
    valueUsd: new Decimal(row.valueUsd.toString()).toFixed(2),
    /** Carats, "202.40". */
    remaining: remaining.toFixed(2),
  };
}
