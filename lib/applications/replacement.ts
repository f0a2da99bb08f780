import "server-only";
import Decimal from "decimal.js";
import type { Tx } from "@/lib/db";
import type { Draw } from "@/lib/imports/ledger";
import type { Prisma } from "@/prisma/generated/client";

/** The application of the certificate that another one is to replace. */
export const replacedBy = (applicationId: string): Prisma.ApplicationWhereInput => ({
  certificate: { replacements: { some: { id: applicationId } } },
});

/**
 * What an application must hold besides what the certificate that it replaces has used: those carats come to it
 * when it is issued, so that a replacement of the same stones holds nothing.
 */
export async function beyondReplaced(
  tx: Tx,
  applicationId: string,
  draws: readonly Draw[],
): Promise<Draw[]> {
  const used = await tx.importHold.findMany({
    where: { application: replacedBy(applicationId) },
    select: { importCertificateId: true, consumed: true, consumedUsd: true },
  });
  return [...new Set(draws.map((draw) => draw.importCertificateId))].flatMap((id) => {
    const wanted = draws.filter((draw) => draw.importCertificateId === id);
    const has = used.find((hold) => hold.importCertificateId === id);
    const sum = (figures: readonly string[]) => Decimal.sum(0, ...figures);
    const carats = sum(wanted.map((draw) => draw.carats)).minus(has?.consumed.toString() ?? 0);
    if (carats.lte(0)) return [];
    const usd = sum(wanted.map((draw) => draw.valueUsd)).minus(has?.consumedUsd.toString() ?? 0);
    const valueUsd = Decimal.max(0, usd).toFixed(2);
    return [{ importCertificateId: id, carats: carats.toFixed(2), valueUsd }];
  });
}
